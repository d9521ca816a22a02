import { Parser } from 'htmlparser2';
import { barChart, lineChart, type ChartInput } from './chart.js';

const input: ChartInput = {
  id: 'scores',
  title: 'Result <by> domain',
  description: 'Two domains',
  points: [
    { label: 'Ethics & care', value: 50, text: '50%' },
    { label: 'Advocacy', value: 100, text: '100%' },
  ],
  max: 100,
};

/** Attributes of every element with the given class. */
function elements(svg: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new Parser(
    { onopentag: (_, attributes) => void (attributes['class'] === name && found.push(attributes)) },
    { xmlMode: true },
  );
  parser.end(svg);
  return found;
}

describe('a bar chart', () => {
  it('draws bars in proportion to the scale and writes each number', () => {
    const svg = barChart(input);
    expect(elements(svg, 'gs-chart__bar').map(({ width }) => Number(width))).toEqual([160, 320]);
    expect(svg).toContain('>50%<');
  });

  it('is named and described for who cannot see it, and escapes words', () => {
    const svg = barChart(input);
    expect(svg).toContain('aria-labelledby="scores-title scores-description"');
    expect(svg).toContain('<title id="scores-title">Result &lt;by&gt; domain</title>');
    expect(svg).toContain('Ethics &amp; care');
    expect(svg).not.toMatch(/style=|<script/);
  });

  it('shows what is asked for as a line at its place, also beyond every bar', () => {
    const mark = { value: 70, label: 'Asked for: 70%' };
    expect(elements(barChart({ ...input, mark }), 'gs-chart__mark')[0]?.['x1']).toBe('224');
    const beyond = barChart({ ...input, max: undefined, points: [{ label: 'A', value: 10 }], mark });
    expect(Number(elements(beyond, 'gs-chart__mark')[0]?.['x1'])).toBeLessThan(320);
  });

  it('shows what is asked of one bar as a line on that bar, and makes room for it', () => {
    const points = [
      { label: 'A', value: 20, mark: 10 },
      { label: 'B', value: 10, mark: 40 },
      { label: 'C', value: 10 },
    ];
    const svg = barChart({ ...input, max: undefined, points });
    expect(elements(svg, 'gs-chart__tick').map(({ x1 }) => x1)).toEqual(['80', '319']);
    expect(elements(svg, 'gs-chart__bar').map(({ width }) => width)).toEqual(['160', '80', '80']);
  });

  it('stays drawable without any number', () => {
    expect(barChart({ ...input, points: [] })).toContain('</svg>');
    expect(elements(barChart({ ...input, points: [{ label: 'A', value: -3 }] }), 'gs-chart__bar')[0]?.['width']).toBe(
      '0',
    );
  });
});

describe('a line chart', () => {
  it('runs from the first to the last step, higher values higher', () => {
    const svg = lineChart(input);
    const corners =
      elements(svg, 'gs-chart__line')[0]
        ?.['points']?.split(' ')
        .map((corner) => corner.split(',').map(Number)) ?? [];
    expect(corners.map(([x]) => x)).toEqual([8, 312]);
    expect(corners[0]?.[1]).toBeGreaterThan(corners[1]?.[1] ?? 0);
  });

  it('draws one point and no point', () => {
    expect(elements(lineChart({ ...input, points: input.points.slice(0, 1) }), 'gs-chart__dot')).toHaveLength(1);
    expect(lineChart({ ...input, points: [] })).not.toContain('NaN');
  });
});
