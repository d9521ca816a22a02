import type { ColumnPlot } from '../../../src/platform/views/helpers/plot.js';
import type { Figures } from '../domain/rescoring/compare-results.js';

/** An item is worth so many parts (`modules/quizzes/domain/scoring.ts`). */
const PARTS = 2520;
const MOST_COLUMNS = 31;

/** "4.5 of 6 items", rounded downwards to two places: no figure below the cut is told as one at it. */
export function itemsOf({ earnedParts, possibleParts }: Pick<Figures, 'earnedParts' | 'possibleParts'>): string {
  const hundredths = Math.floor((earnedParts * 100) / PARTS);
  return `${hundredths / 100} of ${possibleParts / PARTS}`;
}

export interface Move {
  points: number;
  people: number;
}

/** By how many points scores move, in steps of equal width around no change. */
export function movesPlot(moves: readonly Move[]): ColumnPlot {
  const [lowest, highest] = [
    Math.min(0, ...moves.map(({ points }) => points)),
    Math.max(0, ...moves.map(({ points }) => points)),
  ];
  const width = Math.max(1, Math.ceil((highest - lowest + 1) / MOST_COLUMNS));
  const first = Math.floor(lowest / width) * width;
  const count = Math.floor((highest - first) / width) + 1;
  const columns = Array.from({ length: count }, (_, step) => {
    const from = first + step * width;
    const inside = moves.filter(({ points }) => points >= from && points < from + width);
    return { from, to: from + width, count: sum(inside) };
  });
  const ticks = [...new Set([lowest, 0, highest])].map((at) => ({ at: at + 0.5, label: signed(at) }));
  const up = sum(moves.filter(({ points }) => points > 0));
  const down = sum(moves.filter(({ points }) => points < 0));
  return {
    id: 'score-moves',
    title: 'By how many points scores would move',
    description: `${up} would be higher, ${down} lower, ${sum(moves) - up - down} the same. A lower score is not applied.`,
    xLabel: width === 1 ? 'Points' : `Points, in steps of ${width}`,
    yLabel: 'People',
    x: { min: first, max: first + count * width, ticks },
    columns,
    mark: { at: 0.5, label: 'No change' },
  };
}

/** The same numbers. */
export function movesTable(moves: readonly Move[]) {
  return {
    columns: [{ label: 'Change in points' }, { label: 'People', numeric: true }],
    rows: moves.map(({ points, people }) => ({ cells: [{ text: signed(points) }, { text: String(people) }] })),
  };
}

function signed(points: number): string {
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `−${-points}`;
}

function sum(moves: readonly Move[]): number {
  return moves.reduce((total, { people }) => total + people, 0);
}
