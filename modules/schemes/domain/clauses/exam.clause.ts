import { Temporal } from 'temporal-polyfill';
import { isAfter, isBefore } from '../../../../src/kernel/dates.js';
import type { Clause, EvidenceRef, Message, NotCounted } from '../eligibility-tree.js';
import { scaleOf } from '../definition/exam.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { evidenceRef, vouchedBy, type CandidateFact, type CandidateFacts } from './candidate-facts.js';

type ExamRule = NonNullable<SchemeDefinition['exam']>;

/**
 * The scheme's exam, passed at an exam centre. A sitting inside the waiting period, or beyond the number of attempts,
 * does not count whatever its score, and starts no new wait: the wait runs from the last sitting that counted.
 */
export function examClause(rule: ExamRule, schemeCode: string, facts: CandidateFacts, onDate: Temporal.PlainDate) {
  const { pass } = scaleOf(rule.score);
  const { attempts, notCounted } = countedAttempts(rule, schemeCode, facts.get('exam') ?? []);
  const passed = attempts.find((attempt) => attempt.score >= pass);
  const best = attempts.length > 0 ? Math.max(...attempts.map((attempt) => attempt.score)) : 0;
  const { reasons, earliestOn } = passed
    ? { reasons: [], earliestOn: passed.ref.occurredOn }
    : nextAttempt(rule, attempts, onDate);

  const clause: Clause<Message> = {
    id: 'exam',
    title: { code: 'clause.exam' },
    state: passed ? 'met' : 'still_needed',
    have: passed ? passed.score : best,
    need: pass,
    unit: 'score',
    counted: passed ? [passed.ref] : [],
    notCounted: [
      ...notCounted,
      ...attempts.filter((attempt) => attempt.score < pass).map(({ ref }) => ({ ref, reason: NOT_PASSED_YET })),
    ],
    reasons,
    earliestOn,
    due: 'at_exam',
    children: [],
  };
  return clause;
}

const NOT_PASSED_YET: Message = { code: 'not_counted.not_passed_yet' };
const WITHIN_WAIT: Message = { code: 'not_counted.within_wait' };
const BEYOND_ATTEMPTS: Message = { code: 'not_counted.beyond_attempts' };
const NO_SCORE: Message = { code: 'not_counted.no_score' };
const OTHER_EXAM: Message = { code: 'not_counted.other_exam' };

interface Attempt {
  readonly ref: EvidenceRef;
  readonly score: number;
}

function countedAttempts(rule: ExamRule, schemeCode: string, candidates: readonly CandidateFact[]) {
  const { min, max } = scaleOf(rule.score);
  const attempts: Attempt[] = [];
  const notCounted: NotCounted<Message>[] = [];
  for (const { fact, barred } of candidates) {
    const { score } = fact.value;
    const ref = evidenceRef(fact);
    const waitEnds = waitAfter(rule, attempts.at(-1));
    const reason =
      barred ??
      vouchedBy(fact, ['exam-centre', 'registrar']) ??
      (fact.code === schemeCode ? null : OTHER_EXAM) ??
      (typeof score === 'number' && score >= min && score <= max ? null : NO_SCORE) ??
      (waitEnds && isBefore(fact.occurredOn, waitEnds) ? WITHIN_WAIT : null) ??
      (attempts.length === rule.max_attempts ? BEYOND_ATTEMPTS : null);
    if (reason) notCounted.push({ ref, reason });
    else attempts.push({ ref, score: score as number });
  }
  return { attempts, notCounted };
}

/** The first day on which the next sitting counts; nobody waits after a pass. */
function waitAfter(rule: ExamRule, last: Attempt | undefined): Temporal.PlainDate | null {
  if (!last || !rule.retest_wait || last.score >= scaleOf(rule.score).pass) return null;
  return last.ref.occurredOn.add(Temporal.Duration.from(rule.retest_wait));
}

function nextAttempt(rule: ExamRule, attempts: readonly Attempt[], onDate: Temporal.PlainDate) {
  const { pass } = scaleOf(rule.score);
  if (attempts.length === rule.max_attempts) {
    return { reasons: [{ code: 'needed.no_attempt_left', values: { attempts: rule.max_attempts } }], earliestOn: null };
  }
  const waitEnds = waitAfter(rule, attempts.at(-1));
  if (waitEnds && isAfter(waitEnds, onDate)) {
    return {
      reasons: [{ code: 'needed.exam_after', values: { date: waitEnds.toString(), pass } }],
      earliestOn: waitEnds,
    };
  }
  return { reasons: [{ code: 'needed.exam', values: { pass } }], earliestOn: onDate };
}
