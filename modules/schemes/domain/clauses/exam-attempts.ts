import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../../src/kernel/dates.js';
import { scaleOf } from '../definition/exam.js';
import type { EvidenceRef, Message, NotCounted } from '../eligibility-tree.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import type { Assessment } from './assessment.js';
import { dayNumber, evidenceRef, vouchedBy } from './candidate-facts.js';

export type ExamRule = NonNullable<SchemeDefinition['exam']>;

export interface Attempt {
  readonly ref: EvidenceRef;
  readonly score: number;
  readonly passed: boolean;
}

export interface CountedAttempts {
  readonly attempts: readonly Attempt[];
  readonly notCounted: readonly NotCounted<Message>[];
  /** Within the time in which attempts are counted: how many were taken, and the first day after that time. */
  readonly taken: number;
  readonly windowEnds: Temporal.PlainDate | null;
}

const WITHIN_WAIT: Message = { code: 'not_counted.within_wait' };
const BEYOND_ATTEMPTS: Message = { code: 'not_counted.beyond_attempts' };
const NO_SCORE: Message = { code: 'not_counted.no_score' };
const OTHER_EXAM: Message = { code: 'not_counted.other_exam' };
const BEFORE_REMEDIATION: Message = { code: 'not_counted.before_remediation' };

/**
 * The sittings that count, oldest first. One inside the waiting period, beyond the number of attempts or before the training
 * that is asked first does not count whatever its score, and starts no new wait: the wait runs from the last that counted.
 *
 * @param remediatedOn the day the asked training was complete; undefined while it is not
 */
export function countedAttempts(
  rule: ExamRule,
  { definition, facts, options }: Assessment,
  remediatedOn?: Temporal.PlainDate,
): CountedAttempts {
  const { min, max, pass } = scaleOf(rule.score);
  const attempts: Attempt[] = [];
  const notCounted: NotCounted<Message>[] = [];
  const window = new AttemptsWindow(rule, options.admittedOn);
  for (const { fact, barred, day } of facts.get('exam') ?? []) {
    const { score } = fact.value;
    const ref = evidenceRef(fact);
    const waitEnds = waitAfter(rule, attempts.at(-1));
    const reason =
      barred ??
      vouchedBy(fact, ['exam-centre', 'registrar']) ??
      (fact.code === definition.id ? null : OTHER_EXAM) ??
      (typeof score === 'number' && score >= min && score <= max ? null : NO_SCORE) ??
      (waitEnds && day < dayNumber(waitEnds) ? WITHIN_WAIT : null) ??
      (window.isFullOn(fact.occurredOn) ? BEYOND_ATTEMPTS : null) ??
      (needsRemediation(rule, attempts) && !(remediatedOn && dayNumber(remediatedOn) <= day)
        ? BEFORE_REMEDIATION
        : null);
    if (reason) notCounted.push({ ref, reason });
    else {
      window.take(fact.occurredOn);
      attempts.push({ ref, score: score as number, passed: (score as number) >= pass });
    }
  }
  return { attempts, notCounted, taken: window.taken, windowEnds: window.ends };
}

/** The day of the sitting after which training is asked; undefined where none is. */
export function remediationAfter(rule: ExamRule, assessment: Assessment): Temporal.PlainDate | undefined {
  if (!rule.remediation) return undefined;
  const { attempts } = countedAttempts(rule, assessment);
  return needsRemediation(rule, attempts) ? attempts[rule.remediation.after_attempts - 1]?.ref.occurredOn : undefined;
}

function needsRemediation({ remediation }: ExamRule, attempts: readonly Attempt[]): boolean {
  return (
    remediation !== undefined &&
    attempts.length >= remediation.after_attempts &&
    !attempts.slice(0, remediation.after_attempts).some(({ passed }) => passed)
  );
}

/** The first day on which the next sitting counts; nobody waits after a pass. */
export function waitAfter(rule: ExamRule, last: Attempt | undefined): Temporal.PlainDate | null {
  if (!last || !rule.retest_wait || last.passed) return null;
  return last.ref.occurredOn.add(Temporal.Duration.from(rule.retest_wait));
}

/**
 * The time within which attempts are counted: from the day of admission where it is known, otherwise from the first
 * sitting; the first sitting after its end opens a new one. Without `attempts_window` it never ends.
 */
class AttemptsWindow {
  taken = 0;
  ends: Temporal.PlainDate | null = null;

  constructor(
    private readonly rule: ExamRule,
    private readonly admittedOn: Temporal.PlainDate | undefined,
  ) {}

  isFullOn(day: Temporal.PlainDate): boolean {
    return this.taken === this.rule.max_attempts && !this.isOverOn(day);
  }

  take(day: Temporal.PlainDate): void {
    if (this.isOverOn(day)) this.taken = 0;
    if (this.taken === 0 && this.rule.attempts_window !== undefined) {
      const length = Temporal.Duration.from(this.rule.attempts_window);
      const fromAdmission = this.admittedOn?.add(length);
      const isInIt =
        this.admittedOn && fromAdmission && !isBefore(day, this.admittedOn) && isBefore(day, fromAdmission);
      this.ends = isInIt ? fromAdmission : day.add(length);
    }
    this.taken++;
  }

  private isOverOn(day: Temporal.PlainDate): boolean {
    return this.ends !== null && Temporal.PlainDate.compare(day, this.ends) >= 0;
  }
}
