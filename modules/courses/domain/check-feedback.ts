import type { Check } from './course-definition.js';

export interface AnsweredCheck {
  readonly question: string;
  /** Which option was chosen, counted from 0. */
  readonly chosen: number;
  readonly correct: boolean;
  readonly feedback: string;
}

/** Numbers of the checks that have no option chosen, or one that is not there; counted from 0. */
export function unanswered(checks: readonly Check[], chosen: readonly (number | null)[]): number[] {
  return checks.flatMap(({ options }, at) => {
    const one = chosen[at];
    return one === null || one === undefined || !options[one] ? [at] : [];
  });
}

/** What each chosen option says to the one who chose it. Every check must have one of its options chosen. */
export function feedbackOn(checks: readonly Check[], chosen: readonly number[]): AnsweredCheck[] {
  return checks.map(({ question, options }, at) => {
    const one = chosen[at] ?? -1;
    const option = options[one];
    if (!option) throw new RangeError(`check ${at} has no option ${one}`);
    return { question, chosen: one, correct: option.correct, feedback: option.feedback };
  });
}
