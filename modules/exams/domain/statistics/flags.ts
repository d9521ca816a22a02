/** Below this many attempts no figure is shown; below {@link SETTLED_FROM} none is to decide by. */
export const SHOWN_FROM = 30;
export const SETTLED_FROM = 100;

export type Weight = 'hidden' | 'early' | 'settled';

/** What figures of so many attempts are good for: nothing below 30, a first look below 100. */
export function weightOf(responses: number): Weight {
  if (responses < SHOWN_FROM) return 'hidden';
  return responses < SETTLED_FROM ? 'early' : 'settled';
}

/**
 * Where figures of an item are as they should be, of the Prometric guide: best from .30 to .89, out at .96 and above or below .20; an item–rest
 * correlation of .20 or more. For forms: alpha and decision consistency of .80 or more.
 */
export const LIMITS = {
  bestFrom: 0.3,
  bestTo: 0.9,
  tooEasyFrom: 0.96,
  tooHardBelow: 0.2,
  pointBiserial: 0.2,
  reliability: 0.8,
} as const;

export const itemFlagWords = {
  too_easy: 'Nearly everybody has it right (p of .96 or more), so it tells nobody apart.',
  easy: 'On the easy side (p of .90 to .95).',
  too_hard: 'Fewer than one in five have it right (p below .20). Is the key right, and is it taught?',
  hard: 'On the hard side (p of .20 to .29).',
  turned_round:
    'Those who know more have it right less often (item–rest correlation below zero). Look at the key first.',
  weak: 'It hardly tells those who know more from those who know less (item–rest correlation below .20).',
  no_correlation: 'Everybody answered alike, so no correlation can be told.',
  draws_the_able: 'An option that is not the key is chosen more often by the upper third than by the lower.',
  unchosen: 'An option was chosen by nobody: it does no work.',
} as const;
export type ItemFlag = keyof typeof itemFlagWords;

/** The same in a word or two, where many stand in a table. */
export const itemFlagNames: Record<ItemFlag, string> = {
  too_easy: 'too easy',
  easy: 'easy',
  too_hard: 'too hard',
  hard: 'hard',
  turned_round: 'turned round',
  weak: 'weak',
  no_correlation: 'all alike',
  draws_the_able: 'an option draws the able',
  unchosen: 'an option unchosen',
};

/** Flags that ask for a person's look before the item is scored again; the others are notes. */
export const ITEM_FLAGS_TO_LOOK_AT: readonly ItemFlag[] = [
  'too_easy',
  'too_hard',
  'turned_round',
  'weak',
  'draws_the_able',
];

export const formFlagWords = {
  alpha: 'Alpha is below .80: another form of the same kind could order people otherwise.',
  decision_consistency: 'Decision consistency is below .80: near the cut score, chance has too much say in who passes.',
  no_spread: 'All scores are alike, so reliability cannot be told.',
} as const;
export type FormFlag = keyof typeof formFlagWords;

interface JudgedItem {
  responses: number;
  p: number;
  pointBiserial: number | null;
  options: readonly { correct: boolean; chosen: number; lower: number | null; upper: number | null }[];
  /** How many attempts the outer thirds hold. */
  thirds: { lower: number; upper: number } | null;
}

/** What is to be looked at; nothing while the figures are hidden. */
export function itemFlags({ responses, p, pointBiserial, options, thirds }: JudgedItem): ItemFlag[] {
  if (weightOf(responses) === 'hidden') return [];
  const others = options.filter(({ correct }) => !correct);
  return [...ofDifficulty(p), ...ofCorrelation(pointBiserial), ...ofOptions(others, options, thirds)];
}

/** Of a whole form; nothing while the figures are hidden. */
export function formFlags(
  attempts: number,
  { alpha, decisionConsistency }: { alpha: number | null; decisionConsistency: number | null },
): FormFlag[] {
  if (weightOf(attempts) === 'hidden') return [];
  if (alpha === null) return ['no_spread'];
  const flags: FormFlag[] = [];
  if (alpha < LIMITS.reliability) flags.push('alpha');
  if (decisionConsistency !== null && decisionConsistency < LIMITS.reliability) flags.push('decision_consistency');
  return flags;
}

function ofDifficulty(p: number): ItemFlag[] {
  if (p >= LIMITS.tooEasyFrom) return ['too_easy'];
  if (p < LIMITS.tooHardBelow) return ['too_hard'];
  if (p >= LIMITS.bestTo) return ['easy'];
  return p < LIMITS.bestFrom ? ['hard'] : [];
}

function ofCorrelation(pointBiserial: number | null): ItemFlag[] {
  if (pointBiserial === null) return ['no_correlation'];
  if (pointBiserial < 0) return ['turned_round'];
  return pointBiserial < LIMITS.pointBiserial ? ['weak'] : [];
}

function ofOptions(
  others: JudgedItem['options'],
  all: JudgedItem['options'],
  thirds: JudgedItem['thirds'],
): ItemFlag[] {
  const flags: ItemFlag[] = [];
  // Shares of each third, since the thirds are not equally large: whole scores are never parted.
  const drawsTheAble = ({ lower, upper }: (typeof others)[number]) =>
    thirds !== null && (upper ?? 0) * thirds.lower > (lower ?? 0) * thirds.upper;
  if (others.some(drawsTheAble)) flags.push('draws_the_able');
  if (all.some(({ chosen }) => chosen === 0)) flags.push('unchosen');
  return flags;
}
