import { Temporal } from 'temporal-polyfill';
import type { QuizDefinition } from './quiz-definition.js';

export interface PastAttempt {
  startedAt: Temporal.Instant;
  /** null while it is open. */
  closedAt: Temporal.Instant | null;
  passed: boolean | null;
}

/** Whether a person may begin an attempt now, and if not, why and from when. */
export type NextAttempt =
  | { state: 'open'; attemptsLeft: number | null }
  | { state: 'in_progress' }
  | { state: 'passed' }
  | { state: 'waiting'; opensAt: Temporal.Instant; attemptsLeft: number | null }
  | { state: 'used_up'; maxAttempts: number };

/**
 * The retake rule: one attempt at a time, none after a pass, a wait after each attempt, a number of attempts in all.
 * Days of the wait are 24 hours, so that the rule is the same in every zone and over a clock change.
 */
export function nextAttempt(
  retake: QuizDefinition['retake'],
  attempts: readonly PastAttempt[],
  now: Temporal.Instant,
): NextAttempt {
  if (attempts.some((attempt) => attempt.passed)) return { state: 'passed' };
  const closed = attempts.flatMap((attempt) => attempt.closedAt ?? []).sort(Temporal.Instant.compare);
  if (closed.length < attempts.length) return { state: 'in_progress' };
  if (retake.max_attempts !== null && attempts.length >= retake.max_attempts)
    return { state: 'used_up', maxAttempts: retake.max_attempts };
  const attemptsLeft = retake.max_attempts === null ? null : retake.max_attempts - attempts.length;
  const last = closed.at(-1);
  if (!last) return { state: 'open', attemptsLeft };
  const opensAt = last.toZonedDateTimeISO('UTC').add(Temporal.Duration.from(retake.wait)).toInstant();
  return Temporal.Instant.compare(now, opensAt) < 0
    ? { state: 'waiting', opensAt, attemptsLeft }
    : { state: 'open', attemptsLeft };
}
