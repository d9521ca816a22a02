import Handlebars from 'handlebars';

interface Frame {
  /** Unique on the page; names the title and description of the picture. */
  id: string;
  title: string;
  /** What the picture shows, in a sentence, for who cannot see it. */
  description: string;
  /** What lies along the bottom, and what is written above the left edge. */
  xLabel: string;
  yLabel: string;
}

export interface Axis {
  min: number;
  max: number;
  ticks: readonly { at: number; label: string }[];
}

/** Things by two numbers each. The page shows the same numbers in a table. */
export interface PointPlot extends Frame {
  x: Axis;
  y: Axis;
  /** Where a thing should lie: framed, with its name. */
  zone: { x: readonly [number, number]; y: readonly [number, number]; label: string };
  /** A point with a mark is a diamond with its mark beside it; the others are circles. */
  points: readonly { x: number; y: number; mark?: string | undefined }[];
}

/** How often something was, by equal steps. */
export interface ColumnPlot extends Frame {
  x: Axis;
  columns: readonly { from: number; to: number; count: number }[];
  /** A line from top to bottom, such as a cut score. */
  mark?: { at: number; label: string };
}

const WIDTH = 320;
const HEIGHT = 250;
const BOX = { left: 34, right: WIDTH - 8, top: 34, bottom: HEIGHT - 44 };
const escape = (text: string) => Handlebars.escapeExpression(text);

/** Points in a field of two scales, as an SVG string; colours come from the stylesheet by class, shapes tell what colours tell. */
export function pointPlot(plot: PointPlot): string {
  const [x, y] = [across(plot.x), upward(plot.y)];
  const [left, right] = [x(plot.zone.x[0]), x(plot.zone.x[1])];
  const [bottom, top] = [y(plot.zone.y[0]), y(plot.zone.y[1])];
  const zone =
    `<rect class="gs-plot__zone" x="${left}" y="${top}" width="${round(right - left)}" height="${round(bottom - top)}"/>` +
    `<text class="gs-plot__tick" x="${round((left + right) / 2)}" y="${round(bottom - 6)}" text-anchor="middle">${escape(plot.zone.label)}</text>`;
  const points = plot.points.map((point) => {
    const [cx, cy] = [x(point.x), y(point.y)];
    if (point.mark === undefined) return `<circle class="gs-plot__point" cx="${cx}" cy="${cy}" r="3.5"/>`;
    const isRight = cx > BOX.right - 40;
    return (
      `<path class="gs-plot__marked" d="M${cx} ${round(cy - 5.5)}l5.5 5.5l-5.5 5.5l-5.5 -5.5z"/>` +
      `<text class="gs-plot__mark" x="${round(cx + (isRight ? -8 : 8))}" y="${round(cy + 4)}"${isRight ? ' text-anchor="end"' : ''}>${escape(point.mark)}</text>`
    );
  });
  return frame(plot, rules(plot.x, x) + heights(plot.y, y) + zone + points.join(''));
}

/** Columns side by side over a scale, as an SVG string. */
export function columnPlot(plot: ColumnPlot): string {
  const most = Math.max(1, ...plot.columns.map(({ count }) => count));
  const axis = { min: 0, max: most, ticks: [0, most].map((at) => ({ at, label: String(at) })) };
  const [x, y] = [across(plot.x), upward(axis)];
  const columns = plot.columns.map(({ from, to, count }) => {
    const [left, right, top] = [x(from), x(to), y(count)];
    return `<rect class="gs-chart__bar" x="${round(left + 0.5)}" y="${top}" width="${round(right - left - 1)}" height="${round(BOX.bottom - top)}"/>`;
  });
  return frame(plot, heights(axis, y) + columns.join('') + line(plot.mark, x) + rules(plot.x, x));
}

function line(mark: ColumnPlot['mark'], across: (value: number) => number): string {
  if (!mark) return '';
  const x = across(mark.at);
  const anchor = x > WIDTH / 2 ? 'end' : 'start';
  return (
    `<line class="gs-chart__mark" x1="${x}" y1="${BOX.top - 12}" x2="${x}" y2="${BOX.bottom}"/>` +
    `<text class="gs-plot__mark" x="${round(x + (anchor === 'end' ? -5 : 5))}" y="${BOX.top - 6}" text-anchor="${anchor}">${escape(mark.label)}</text>`
  );
}

function rules(axis: Axis, x: (value: number) => number): string {
  const base = `<line class="gs-chart__axis" x1="${BOX.left}" y1="${BOX.bottom}" x2="${BOX.right}" y2="${BOX.bottom}"/>`;
  return (
    base +
    axis.ticks
      .map(({ at, label }) => {
        return (
          `<line class="gs-chart__axis" x1="${x(at)}" y1="${BOX.bottom}" x2="${x(at)}" y2="${BOX.bottom + 4}"/>` +
          `<text class="gs-plot__tick" x="${x(at)}" y="${BOX.bottom + 17}" text-anchor="middle">${escape(label)}</text>`
        );
      })
      .join('')
  );
}

function heights(axis: Axis, y: (value: number) => number): string {
  return axis.ticks
    .map(({ at, label }) => {
      return (
        `<line class="gs-chart__grid" x1="${BOX.left}" y1="${y(at)}" x2="${BOX.right}" y2="${y(at)}"/>` +
        `<text class="gs-plot__tick" x="${BOX.left - 5}" y="${round(y(at) + 4)}" text-anchor="end">${escape(label)}</text>`
      );
    })
    .join('');
}

function frame({ id, title, description, xLabel, yLabel }: Frame, content: string): string {
  const name = escape(id);
  return (
    `<svg class="gs-chart gs-plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${name}-title ${name}-description">` +
    `<title id="${name}-title">${escape(title)}</title><desc id="${name}-description">${escape(description)}</desc>` +
    `<text class="gs-plot__tick" x="0" y="11">${escape(yLabel)}</text>` +
    `<text class="gs-plot__tick" x="${BOX.right}" y="${HEIGHT - 6}" text-anchor="end">${escape(xLabel)}</text>` +
    `${content}</svg>`
  );
}

/** What lies outside of the scale is drawn at its edge. */
function across({ min, max }: Axis): (value: number) => number {
  return (value) => round(BOX.left + ((BOX.right - BOX.left) * (within(value, min, max) - min)) / (max - min));
}

function upward({ min, max }: Axis): (value: number) => number {
  return (value) => round(BOX.bottom - ((BOX.bottom - BOX.top) * (within(value, min, max) - min)) / (max - min));
}

function within(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
