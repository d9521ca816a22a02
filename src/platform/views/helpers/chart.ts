import Handlebars from 'handlebars';
import { formatNumber } from './format.js';

/** One series of numbers; the page shows the same numbers in a table below the picture. */
export interface ChartInput {
  /** Unique on the page; names the title and description of the picture. */
  id: string;
  title: string;
  /** What the picture shows, in a sentence, for who cannot see it. */
  description: string;
  /** `mark`: a line across this bar alone, for example what is asked of it. */
  points: readonly { label: string; value: number; text?: string; mark?: number }[];
  /** The end of the scale; the largest value when missing. */
  max?: number;
  /** A line across the bars, for example what is asked for. */
  mark?: { value: number; label: string };
}

const width = 320;
const escape = (text: string) => Handlebars.escapeExpression(text);

/**
 * Horizontal bars as an SVG string, label above bar so that long words fit on a phone. Colours and sizes come from
 * the stylesheet by class; the bar's hatching and the printed number keep it readable without colour.
 */
export function barChart(input: ChartInput): string {
  const row = 46;
  const top = input.mark ? 24 : 4;
  const height = top + input.points.length * row;
  const scale = scaleOf(input);
  const bars = input.points.map(({ label, value, text, mark }, index) => {
    const y = top + index * row;
    const length = round(scale(value));
    return (
      `<text class="gs-chart__label" x="0" y="${y + 15}">${escape(label)}</text>` +
      `<text class="gs-chart__value" x="${width}" y="${y + 15}" text-anchor="end">${escape(text ?? formatNumber(value))}</text>` +
      `<rect class="gs-chart__track" x="0" y="${y + 22}" width="${width}" height="12" rx="3"/>` +
      `<rect class="gs-chart__bar" x="0" y="${y + 22}" width="${length}" height="12" rx="3"/>` +
      (mark === undefined ? '' : tick(Math.min(width - 1, round(scale(mark))), y + 18))
    );
  });
  return frame(input, height, bars.join('') + markLine(input, height, scale));
}

/** A line over equal steps (weeks, months) as an SVG string: first and last step and the top of the scale are written. */
export function lineChart(input: ChartInput): string {
  const height = 180;
  const [left, right, top, bottom] = [8, width - 8, 26, height - 28];
  const max = Math.max(input.max ?? 0, ...input.points.map(({ value }) => value), 1);
  const steps = Math.max(1, input.points.length - 1);
  const x = (index: number) => round(left + ((right - left) * index) / steps);
  const y = (value: number) => round(bottom - ((bottom - top) * Math.max(0, value)) / max);
  const corners = input.points.map(({ value }, index) => `${x(index)},${y(value)}`).join(' ');
  const dots = input.points.map(
    ({ value }, index) => `<circle class="gs-chart__dot" cx="${x(index)}" cy="${y(value)}" r="4"/>`,
  );
  const [first, last] = [input.points[0], input.points.at(-1)];
  const content =
    `<line class="gs-chart__axis" x1="${left}" y1="${bottom}" x2="${right}" y2="${bottom}"/>` +
    `<line class="gs-chart__grid" x1="${left}" y1="${top}" x2="${right}" y2="${top}"/>` +
    `<text class="gs-chart__value" x="${left}" y="${top - 8}">${formatNumber(max)}</text>` +
    `<polyline class="gs-chart__line" points="${corners}" fill="none"/>${dots.join('')}` +
    (first ? `<text class="gs-chart__label" x="${left}" y="${height - 8}">${escape(first.label)}</text>` : '') +
    (last && last !== first
      ? `<text class="gs-chart__label" x="${right}" y="${height - 8}" text-anchor="end">${escape(last.label)}</text>`
      : '');
  return frame(input, height, content);
}

function scaleOf(input: ChartInput): (value: number) => number {
  const values = input.points.flatMap(({ value, mark = 0 }) => [value, mark]);
  const max = Math.max(input.max ?? 0, input.mark?.value ?? 0, ...values, 1);
  return (value) => (width * Math.max(0, value)) / max;
}

function markLine({ mark }: ChartInput, height: number, scale: (value: number) => number): string {
  if (!mark) return '';
  const x = round(Math.min(width - 1, scale(mark.value)));
  const anchor = x > width / 2 ? 'end' : 'start';
  return (
    `<text class="gs-chart__label" x="${x}" y="13" text-anchor="${anchor}">${escape(mark.label)}</text>` +
    `<line class="gs-chart__mark" x1="${x}" y1="18" x2="${x}" y2="${height - 6}"/>`
  );
}

/** A line across one bar, a little higher than the bar. */
const tick = (x: number, y: number) => `<line class="gs-chart__tick" x1="${x}" y1="${y}" x2="${x}" y2="${y + 20}"/>`;

function frame({ id, title, description }: ChartInput, height: number, content: string): string {
  const name = escape(id);
  return (
    `<svg class="gs-chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${name}-title ${name}-description">` +
    `<title id="${name}-title">${escape(title)}</title><desc id="${name}-description">${escape(description)}</desc>` +
    `${content}</svg>`
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
