import { itemsOf, movesPlot, movesTable } from './rescore-figures.js';

describe('the figures of a preview', () => {
  it('show each change in one column, no change at the line, and the same numbers as a table', () => {
    const moves = [
      { points: -31, people: 2 },
      { points: -1, people: 1 },
      { points: 0, people: 7 },
      { points: 3, people: 4 },
      { points: 16, people: 5 },
    ];
    const plot = movesPlot(moves);
    // Fifteen steps to a side: 31 points are steps of three.
    expect(plot.columns.filter(({ count }) => count > 0)).toEqual([
      { from: -33, to: -30, count: 2 },
      { from: -3, to: 0, count: 1 },
      { from: 0, to: 3, count: 4 },
      { from: 15, to: 18, count: 5 },
    ]);
    expect(plot.mark).toEqual({ at: 0, label: 'No change: 7' });
    expect(plot.description).toBe('9 would be higher, 3 lower, 7 the same. A lower score is not applied.');
    expect(movesTable(moves).rows.map(({ cells }) => cells.map(({ text }) => text).join(' '))).toEqual(['−31 2', '−1 1', '0 7', '+3 4', '+16 5']); // prettier-ignore
  });

  it('are a picture too where nothing changes', () => {
    expect(movesPlot([{ points: 0, people: 3 }]).columns.map(({ count }) => count)).toEqual([0, 0]);
  });

  it('tell items rounded downwards', () => {
    expect(itemsOf({ earnedParts: 2520 * 3 - 1, possibleParts: 2520 * 6 })).toBe('2.99 of 6');
    expect(itemsOf({ earnedParts: 2520 * 4 + 1260, possibleParts: 2520 * 6 })).toBe('4.5 of 6');
  });
});
