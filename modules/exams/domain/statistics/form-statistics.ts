import type { FormAccumulator, StatisticsItem } from './accumulator.js';
import { correlation, sampleVariance } from './exact.js';
import { formFlags, itemFlags, type FormFlag, type ItemFlag } from './flags.js';

export interface OptionCount {
  key: string;
  chosen: number;
  /** Of those with the lowest and of those with the highest scores; null where the scores do not part into thirds. */
  lower: number | null;
  upper: number | null;
}

export interface ItemStatistics {
  versionId: string;
  examDomain: string;
  isPretest: boolean;
  /** Attempts in which it was shown. Left open counts as nothing earned, as in the score. */
  responses: number;
  leftOpen: number;
  /** Share of what could be earned, 0 to 1: with right-or-wrong items, of right answers. */
  p: number;
  /** With the score of all *other* scored items, -1 to 1; null where one of them never varies. */
  pointBiserial: number | null;
  options: OptionCount[];
  flags: ItemFlag[];
}

export interface DomainStatistics {
  examDomain: string;
  items: number;
  /** Mean share of what could be earned, 0 to 1. */
  p: number;
  alpha: number | null;
}

/** What a form is worth as a measure. Scores are in items. */
export interface FormStatistics {
  attempts: number;
  scoredItems: number;
  passed: number;
  cut: number;
  mean: number;
  /** Of a sample: divided by n − 1. */
  standardDeviation: number;
  /** Cronbach's alpha, which is KR-20 where every item is right or wrong; null where scores do not vary. */
  alpha: number | null;
  /** Standard error of measurement: SD · √(1 − alpha); told only where alpha is 0 or more. */
  standardError: number | null;
  /** Livingston's coefficient at the cut. */
  decisionConsistency: number | null;
  /** How many attempts reached each whole score, from 0 to all scored items. */
  scores: number[];
  /** Ends of the two outer thirds, whole scores that belong to them, and how many attempts each holds. */
  thirds: { lowerTo: number; lower: number; upperFrom: number; upper: number } | null;
  domains: DomainStatistics[];
  items: ItemStatistics[];
  flags: FormFlag[];
}

/**
 * The statistics of a form from the sums of its attempts: classical test theory, as the Prometric guide reads it. Every variance is
 * of a sample (n − 1).
 * @throws RangeError where there is no attempt
 */
export function formStatistics(sums: FormAccumulator): FormStatistics {
  const { form, attempts: n, totals, passed } = sums;
  if (n === 0) throw new RangeError('A form without attempts has no statistics');
  const unit = form.partsPerItem;
  const scored = form.items.flatMap((item, index) => (item.isPretest ? [] : index));
  const variances = form.items.map((_, item) =>
    sampleVariance(n, BigInt(sums.sum[item] ?? 0), BigInt(sums.squares[item] ?? 0), unit),
  );
  const variance = sampleVariance(n, totals.sum, totals.squares, unit);
  const alpha = alphaOf(pick(variances, scored), variance);
  const mean = Number(totals.sum) / n / unit;
  const cut = form.cut.numerator / form.cut.denominator;
  const thirds = thirdsOf([...sums.scores], n);
  const figures = {
    alpha,
    decisionConsistency: livingston({ alpha, variance, mean, cut }),
  };
  return {
    attempts: n,
    scoredItems: scored.length,
    passed,
    cut,
    mean,
    standardDeviation: Math.sqrt(variance),
    ...figures,
    standardError: alpha === null || alpha < 0 ? null : Math.sqrt(variance * (1 - alpha)),
    scores: [...sums.scores],
    thirds,
    domains: [...sums.domains].map(([examDomain, domain]) => {
      const own = scored.filter((item) => form.items[item]?.examDomain === examDomain);
      return {
        examDomain,
        items: own.length,
        p: Number(domain.sum) / n / unit / own.length,
        alpha: alphaOf(pick(variances, own), sampleVariance(n, domain.sum, domain.squares, unit)),
      };
    }),
    items: form.items.map((item, index) => itemStatistics(sums, { ...item, index }, thirds)),
    flags: formFlags(n, figures),
  };
}

function itemStatistics(
  sums: FormAccumulator,
  { index, ...item }: StatisticsItem & { index: number },
  thirds: FormStatistics['thirds'],
): ItemStatistics {
  const { form, attempts: n, totals } = sums;
  const [x, xx, xt] = [sums.sum, sums.squares, sums.withTotal].map((all) => BigInt(all[index] ?? 0)) as [
    bigint,
    bigint,
    bigint,
  ];
  // The rest: the total without the item itself, which for an item that is not scored is the total.
  const rest = item.isPretest
    ? { y: totals.sum, yy: totals.squares, xy: xt }
    : { y: totals.sum - x, yy: totals.squares - 2n * xt + xx, xy: xt - xx };
  const last = sums.scores.length - 1;
  const options = item.options.map(({ key, correct }, option) => ({
    key,
    correct,
    chosen: sums.chosenBetween(index, option, [0, last]),
    lower: thirds && sums.chosenBetween(index, option, [0, thirds.lowerTo]),
    upper: thirds && sums.chosenBetween(index, option, [thirds.upperFrom, last]),
  }));
  const p = Number(x) / (n * form.partsPerItem);
  const pointBiserial = correlation({ n, x, xx, ...rest });
  return {
    versionId: item.versionId,
    examDomain: item.examDomain,
    isPretest: item.isPretest,
    responses: n,
    leftOpen: sums.leftOpen[index] ?? 0,
    p,
    pointBiserial,
    // Which option is the key is not told here: statistics are kept in the clear, items are sealed.
    options: options.map(({ key, chosen, lower, upper }) => ({ key, chosen, lower, upper })),
    flags: itemFlags({ responses: n, p, pointBiserial, options, thirds }),
  };
}

/** k/(k−1) · (1 − Σ variance of items / variance of totals); null for one item, or where totals never vary. */
function alphaOf(variances: readonly number[], total: number): number | null {
  const k = variances.length;
  if (k < 2 || total === 0) return null;
  return (k / (k - 1)) * (1 - variances.reduce((sum, variance) => sum + variance, 0) / total);
}

/** Livingston (1972): reliability of telling who is above the cut; higher the further the mean lies from it. */
function livingston(of: { alpha: number | null; variance: number; mean: number; cut: number }): number | null {
  if (of.alpha === null) return null;
  const distance = (of.mean - of.cut) ** 2;
  return (of.alpha * of.variance + distance) / (of.variance + distance);
}

/**
 * The lowest whole scores that hold at least a third of all attempts, and the highest ones; people with the same whole score are never parted.
 * @returns null where so many have the same score that the two would meet
 */
function thirdsOf(scores: readonly number[], n: number): FormStatistics['thirds'] {
  const reach = (order: readonly number[]) => {
    let held = 0;
    for (const score of order) {
      held += scores[score] ?? 0;
      if (held * 3 >= n) return { score, held };
    }
    return { score: 0, held };
  };
  const up = scores.map((_, score) => score);
  const [low, high] = [reach(up), reach(up.toReversed())];
  if (low.score >= high.score) return null;
  return { lowerTo: low.score, lower: low.held, upperFrom: high.score, upper: high.held };
}

function pick(values: readonly number[], at: readonly number[]): number[] {
  return at.map((index) => values[index] ?? 0);
}
