import type { Temporal } from 'temporal-polyfill';
import { isAfter } from '../../../../src/kernel/dates.js';
import { scaleOf } from '../definition/exam.js';
import type { Clause, Message } from '../eligibility-tree.js';
import type { Assessment } from './assessment.js';
import { countedAttempts, waitAfter, type CountedAttempts, type ExamRule } from './exam-attempts.js';
import { latestOf } from './earliest.js';

const NOT_PASSED_YET: Message = { code: 'not_counted.not_passed_yet' };

/**
 * The scheme's exam, passed at an exam centre.
 *
 * @param remediation the clause of the training that is asked before the next sitting, where one is
 */
export function examClause(rule: ExamRule, assessment: Assessment, remediation?: Clause<Message>): Clause<Message> {
  const { pass } = scaleOf(rule.score);
  const done = remediation && remediation.state !== 'still_needed' ? (remediation.earliestOn ?? undefined) : undefined;
  const counted = countedAttempts(rule, assessment, done);
  const { attempts, notCounted } = counted;
  const passed = attempts.find((attempt) => attempt.passed);
  const best = Math.max(0, ...attempts.map(({ score }) => score));
  const next = passed ? null : nextAttempt(rule, counted, assessment.onDate, remediation);
  return {
    id: 'exam',
    title: { code: 'clause.exam' },
    state: passed ? 'met' : 'still_needed',
    ...(rule.score.type !== 'pass_fail' && {
      have: passed ? passed.score : best,
      need: pass,
      unit: rule.score.type === 'percent' ? ('percent' as const) : ('score' as const),
    }),
    counted: passed ? [passed.ref] : [],
    notCounted: [
      ...notCounted,
      ...attempts.filter((attempt) => !attempt.passed).map(({ ref }) => ({ ref, reason: NOT_PASSED_YET })),
    ],
    reasons: next ? [next.reason] : [],
    earliestOn: passed ? passed.ref.occurredOn : (next?.earliestOn ?? null),
    due: 'at_exam',
    children: [],
  };
}

function nextAttempt(
  rule: ExamRule,
  { attempts, taken, windowEnds }: CountedAttempts,
  onDate: Temporal.PlainDate,
  remediation: Clause<Message> | undefined,
): { reason: Message; earliestOn: Temporal.PlainDate | null } {
  const { pass } = scaleOf(rule.score);
  const { type } = rule.score;
  const used = taken === rule.max_attempts;
  if (used && !windowEnds) {
    return { reason: { code: 'needed.no_attempt_left', values: { attempts: taken } }, earliestOn: null };
  }
  if (used && windowEnds && isAfter(windowEnds, onDate)) {
    const values = { attempts: taken, date: windowEnds.toString() };
    return { reason: { code: 'needed.attempts_again', values }, earliestOn: windowEnds };
  }
  const waitEnds = waitAfter(rule, attempts.at(-1));
  const openFrom = latestOf([onDate, waitEnds ?? undefined, remediation?.earliestOn]) ?? onDate;
  const after = isAfter(openFrom, onDate) ? '_after' : '';
  const code = type === 'scaled' ? `needed.exam${after}` : `needed.exam${after}_${type}`;
  return {
    reason: { code, values: { ...(after && { date: openFrom.toString() }), ...(type !== 'pass_fail' && { pass }) } },
    earliestOn: openFrom,
  };
}
