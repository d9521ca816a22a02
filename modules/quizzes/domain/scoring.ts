import type { Answer } from './answer.js';
import type { ItemContent, QuizItem } from './quiz-definition.js';

/** What scoring looks at: kind and options. */
export type ScoredItem = Pick<ItemContent, 'kind' | 'options'>;

/**
 * One question is worth this many parts. 2,520 is divisible by every number up to ten, and an item has at most ten
 * options, so every share below is a whole number and no sum is ever rounded.
 */
export const PARTS_PER_QUESTION = 2520;

/** How partial credit is given, in the words shown before and after an attempt. */
export const SCORING_RULES: Record<QuizItem['kind'], string> = {
  single: 'One answer: full credit for the best answer.',
  multiple:
    'Several answers: equal credit for each right choice; each other choice takes the same amount off, never below zero.',
  ordering: 'Put in order: equal credit for each step that stands at its place.',
};

/**
 * What one answer earned, in parts of {@link PARTS_PER_QUESTION}. An unanswered question earns nothing and costs
 * nothing.
 */
export function scoreItem(item: ScoredItem, answer: Answer | undefined): number {
  if (!answer) return 0;
  if (item.kind === 'ordering') return 'places' in answer ? scoreOrder(item, answer.places) : 0;
  return 'chosen' in answer ? scoreChoice(item, answer.chosen) : 0;
}

function scoreChoice(item: ScoredItem, chosen: readonly string[]): number {
  const right = item.options.filter((option) => option.correct === true);
  const hits = right.filter((option) => chosen.includes(option.key)).length;
  const misses = chosen.length - hits;
  if (item.kind === 'single') return hits === 1 && misses === 0 ? PARTS_PER_QUESTION : 0;
  return (Math.max(0, hits - misses) * PARTS_PER_QUESTION) / right.length;
}

function scoreOrder(item: ScoredItem, places: Readonly<Record<string, number>>): number {
  const given = Object.values(places);
  const placed = item.options.filter(
    // A place given to two options counts for neither: otherwise "first" everywhere would always earn a share.
    ({ key, position }) => places[key] === position && given.filter((place) => place === position).length === 1,
  );
  return (placed.length * PARTS_PER_QUESTION) / item.options.length;
}

export interface CompetencyScore {
  competency: string;
  questions: number;
  percent: number;
}

export interface Score {
  earnedParts: number;
  possibleParts: number;
  /** Rounded down, so that a shown percentage is never better than the score. */
  percent: number;
  passed: boolean;
  parts: { itemCode: string; earned: number }[];
  /** Sorted by code. */
  competencies: CompetencyScore[];
}

/**
 * The score of a whole attempt.
 *
 * @param items the items asked, in any order; at least one
 * @param answers by item code
 * @param passPercent whole percent that must be reached
 */
export function scoreAttempt(
  items: readonly QuizItem[],
  answers: ReadonlyMap<string, Answer>,
  passPercent: number,
): Score {
  const parts = items.map((item) => ({
    itemCode: item.code,
    competency: item.competency,
    earned: scoreItem(item, answers.get(item.code)),
  }));
  const earnedParts = sum(parts.map((part) => part.earned));
  const possibleParts = items.length * PARTS_PER_QUESTION;
  const competencies = [...new Set(items.map((item) => item.competency))].sort().map((competency) => {
    const own = parts.filter((part) => part.competency === competency);
    return {
      competency,
      questions: own.length,
      percent: percentOf(sum(own.map((part) => part.earned)), own.length * PARTS_PER_QUESTION),
    };
  });
  return {
    earnedParts,
    possibleParts,
    percent: percentOf(earnedParts, possibleParts),
    passed: earnedParts * 100 >= passPercent * possibleParts,
    parts: parts.map(({ itemCode, earned }) => ({ itemCode, earned })),
    competencies,
  };
}

/** Whole percent of what could be earned, rounded down. */
export function percentOf(earned: number, possible: number): number {
  return Math.floor((earned * 100) / possible);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
