import type { ColumnPlot, PointPlot } from '../../../src/platform/views/helpers/plot.js';
import { LIMITS } from '../domain/statistics/flags.js';
import type { FormStatistics, ItemStatistics } from '../domain/statistics/form-statistics.js';

const MOST_COLUMNS = 31;

const tick = (at: number) => ({ at, label: String(at).replace('0.', '.').replace('-', '−') });

/** Items by difficulty and correlation. Those without a correlation have no place in it; they are in the table. */
export function itemMap(
  items: readonly ItemStatistics[],
  { name, isToLookAt }: { name: (item: ItemStatistics) => string; isToLookAt: (item: ItemStatistics) => boolean },
): PointPlot {
  const placed = items.filter(({ pointBiserial }) => pointBiserial !== null);
  const marked = placed.filter(isToLookAt);
  const absent = items.length - placed.length;
  const correlations = placed.map(({ pointBiserial }) => pointBiserial ?? 0);
  const bottom = Math.floor(Math.min(0, ...correlations) * 5);
  const top = Math.max(4, Math.ceil(Math.max(0, ...correlations) * 5));
  // Every fifth from the lowest to the highest, the limit among them.
  const fifths = Array.from({ length: top - bottom + 1 }, (_, step) => (bottom + step) / 5);
  return {
    id: 'item-map',
    title: 'Items by difficulty and by how well they tell people apart',
    description: `${placed.length} of ${items.length} items are circles or diamonds; ${absent} without a correlation ${absent === 1 ? 'is' : 'are'} only in the table. Diamonds, with their number, are the ${marked.length} to look at.`,
    xLabel: 'p: share of right answers',
    yLabel: 'Item–rest correlation',
    x: { min: 0, max: 1, ticks: [0, LIMITS.bestFrom, 0.6, LIMITS.bestTo].map(tick) },
    y: { min: bottom / 5, max: top / 5, ticks: fifths.map(tick) },
    zone: { x: [LIMITS.bestFrom, LIMITS.bestTo], y: [LIMITS.pointBiserial, top / 5], label: 'As it should be' },
    points: placed.map((item) => {
      return { x: item.p, y: item.pointBiserial ?? 0, mark: isToLookAt(item) ? name(item) : undefined };
    }),
  };
}

/** How many people had how many items, from the lowest score on, in steps of equal width. */
export function scoreDistribution({ scores, cut, attempts, passed, mean }: FormStatistics): ColumnPlot {
  const first = Math.min(scores.findIndex((people) => people > 0), Math.floor(cut)); // prettier-ignore
  const width = Math.ceil((scores.length - first) / MOST_COLUMNS);
  const count = Math.ceil((scores.length - first) / width);
  const columns = Array.from({ length: count }, (_, step) => {
    const from = first + step * width;
    return { from, to: from + width, count: scores.slice(from, from + width).reduce((sum, people) => sum + people, 0) };
  });
  const end = first + count * width;
  const ticks = [first, Math.round((first + scores.length - 1) / 2), scores.length - 1];
  return {
    id: 'score-distribution',
    title: 'How many people had how many items right',
    description: `${passed} of ${attempts} people reach the cut score of ${cut.toFixed(1)} items; the mean is ${mean.toFixed(1)}.`,
    xLabel: width === 1 ? 'Items right' : `Items right, in steps of ${width}`,
    yLabel: 'People',
    x: { min: first, max: end, ticks: ticks.map((at) => ({ at: at + 0.5, label: String(at) })) },
    columns,
    mark: { at: cut, label: `Cut score ${cut.toFixed(1)}` },
  };
}
