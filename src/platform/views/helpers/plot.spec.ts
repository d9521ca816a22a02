import { columnPlot, pointPlot } from './plot.js';

const words = { id: 'map', title: 'Items', description: 'Two items.', xLabel: 'p', yLabel: 'r' };
const axis = { min: 0, max: 1, ticks: [{ at: 0, label: '0' }] };

describe('plots', () => {
  it('draw what is marked by shape and by name, and keep what lies outside at the edge', () => {
    const zone = { x: [0.3, 0.9] as const, y: [0.2, 1] as const, label: 'As it should be' };
    const points = [
      { x: 0.5, y: 0.5 },
      { x: 2, y: -1, mark: '<7>' },
    ];
    const svg = pointPlot({ ...words, x: axis, y: axis, zone, points });
    expect(svg.match(/<circle /g)).toHaveLength(1);
    expect(svg).toContain('<circle class="gs-plot__point" cx="173" cy="120" r="3.5"/>');
    expect(svg).toContain('d="M312 200.5l');
    expect(svg).toContain('>&lt;7&gt;</text>');
    expect(svg).toContain('>As it should be</text>');
    expect(svg).toContain('aria-labelledby="map-title map-description"');
    expect(svg).not.toContain('style=');
  });

  it('draw columns up to the highest count, with a line where it belongs', () => {
    const columns = [
      { from: 0, to: 0.5, count: 2 },
      { from: 0.5, to: 1, count: 4 },
    ];
    const svg = columnPlot({ ...words, x: axis, columns, mark: { at: 0.5, label: 'Cut' } });
    expect(svg).toContain('y="120" width="138" height="86"');
    expect(svg).toContain('y="34" width="138" height="172"');
    expect(svg).toContain('x1="173" y1="22" x2="173"');
    expect(columnPlot({ ...words, x: axis, columns: [] })).toContain('</svg>');
  });
});
