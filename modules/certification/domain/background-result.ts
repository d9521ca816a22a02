import { Temporal } from 'temporal-polyfill';
import type { SchemeDefinition } from '../../schemes/schemes.public.js';

type Prerequisite = SchemeDefinition['prerequisites'][number];

export const BACKGROUND_RESULTS = ['clear', 'answer_needed', 'not_clear'] as const;
export type BackgroundResult = (typeof BACKGROUND_RESULTS)[number];

export const backgroundWords: Record<BackgroundResult, string> = {
  clear: 'Clear',
  answer_needed: 'The person is to be heard',
  not_clear: 'Not clear',
};

/** A person gets at least so many days to answer: time for a letter to come and an answer to be thought over. */
export const LEAST_ANSWER_DAYS = 14;

/** What a provider's report says, without what it rests on. */
export interface BackgroundReport {
  code: string;
  result: BackgroundResult;
  provider: string;
  /** The provider's own number of the report. */
  reference: string;
  checkedOn: Temporal.PlainDate;
}

/** The background checks that a scheme asks for, by code. */
export function backgroundCodes({ prerequisites }: Pick<SchemeDefinition, 'prerequisites'>): string[] {
  return [...new Set(prerequisites.flatMap(codesIn))];
}

function codesIn(rule: Prerequisite): readonly string[] {
  if (rule.kind === 'background_check') return [rule.code];
  return rule.kind === 'any_of' ? rule.of.flatMap(codesIn) : [];
}

/**
 * What is wrong with a report before it may become a fact.
 * @param today in the body's zone
 */
export function backgroundProblems(
  { code, checkedOn }: Pick<BackgroundReport, 'code' | 'checkedOn'>,
  codes: readonly string[],
  today: Temporal.PlainDate,
): { field: 'code' | 'checkedOn'; message: string }[] {
  const problems: { field: 'code' | 'checkedOn'; message: string }[] = [];
  if (!codes.includes(code)) problems.push({ field: 'code', message: 'Choose a check that the scheme asks for' });
  if (Temporal.PlainDate.compare(checkedOn, today) > 0) {
    problems.push({ field: 'checkedOn', message: 'Enter the day of the report. It cannot be after today' });
  }
  return problems;
}

/** Whether a person who is asked today has long enough to answer. */
export function leavesTime(answerUntil: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(answerUntil, today.add({ days: LEAST_ANSWER_DAYS })) >= 0;
}

/**
 * The result that the person is heard about: the newest that no later one put right and that is not clear.
 * @param checks last recorded first
 */
export function resultToHear<Check extends { id: string; result: BackgroundResult; corrects: string | null }>(
  checks: readonly Check[],
): Check | null {
  const replaced = new Set(checks.map(({ corrects }) => corrects));
  return checks.find(({ id, result }) => result !== 'clear' && !replaced.has(id)) ?? null;
}

/**
 * The question that the person may answer today. An earlier one whose last day is over does not stand in its way.
 * @param questions first asked first
 * @param today in the body's zone
 */
export function openQuestion<Question extends { answeredAt: Temporal.Instant | null; answerUntil: Temporal.PlainDate }>(
  questions: readonly Question[],
  today: Temporal.PlainDate,
): Question | null {
  const isOpen = ({ answeredAt, answerUntil }: Question) =>
    !answeredAt && Temporal.PlainDate.compare(today, answerUntil) <= 0;
  return questions.find(isOpen) ?? null;
}
