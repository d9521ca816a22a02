import type { ColumnPlot } from '../../../src/platform/views/helpers/plot.js';
import type { Figures } from '../domain/rescoring/compare-results.js';

/** An item is worth so many parts (`modules/quizzes/domain/scoring.ts`). */
const PARTS = 2520;
const COLUMNS_A_SIDE = 15;

/** "4.5 of 6 items", rounded downwards to two places: no figure below the cut is told as one at it. */
export function itemsOf({ earnedParts, possibleParts }: Pick<Figures, 'earnedParts' | 'possibleParts'>): string {
  const hundredths = Math.floor((earnedParts * 100) / PARTS);
  return `${hundredths / 100} of ${possibleParts / PARTS}`;
}

export interface Move {
  points: number;
  people: number;
}

/** By how many points scores move, in steps of equal width to both sides of no change, which stands at the line. */
export function movesPlot(moves: readonly Move[]): ColumnPlot {
  const farthest = Math.max(1, ...moves.map(({ points }) => Math.abs(points)));
  const width = Math.ceil(farthest / COLUMNS_A_SIDE);
  const side = (points: number) => Math.sign(points) * Math.ceil(Math.abs(points) / width);
  const [first, last] = [
    Math.min(-1, ...moves.map(({ points }) => side(points))),
    Math.max(1, ...moves.map(({ points }) => side(points))),
  ];
  const steps = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((step) => step !== 0);
  const columns = steps.map((step) => {
    const [from, to] = step > 0 ? [(step - 1) * width, step * width] : [step * width, (step + 1) * width];
    return { from, to, count: sum(moves.filter(({ points }) => side(points) === step)) };
  });
  const same = sum(moves.filter(({ points }) => points === 0));
  const up = sum(moves.filter(({ points }) => points > 0));
  return {
    id: 'score-moves',
    title: 'By how many points scores would move',
    description: `${up} would be higher, ${sum(moves) - up - same} lower, ${same} the same. A lower score is not applied.`,
    xLabel: width === 1 ? 'Points' : `Points, in steps of ${width}`,
    yLabel: 'People',
    x: {
      min: first * width,
      max: last * width,
      ticks: [first, 0, last].map((step) => ({ at: step * width, label: signed(step * width) })),
    },
    columns,
    mark: { at: 0, label: `No change: ${same}` },
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
