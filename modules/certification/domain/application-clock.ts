import { Temporal } from 'temporal-polyfill';
import { limitEnd, type WorkCalendar } from '../../../src/kernel/time-limit.js';
import type { ApplicationMove } from './application-state.js';

/** What a scheme may promise, in the order of its duties: a review, a decision after the exam, a decision in all. */
export const CLOCK_RULES = ['review', 'certificate_review', 'decision'] as const;
export type ClockRule = (typeof CLOCK_RULES)[number];

/** Reasons that somebody may give for stopping the clock. */
export const PAUSE_REASONS = ['background_answer', 'outside_confirmation', 'asked_by_applicant'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** With those that follow from the steps themselves. */
export type StandstillReason = PauseReason | 'returned' | 'exam';

export interface Standstill {
  readonly reason: StandstillReason;
  readonly from: Temporal.Instant;
  /** Null while it lasts. */
  readonly to: Temporal.Instant | null;
}

/** One time limit of an application that is running or standing still. */
export interface ApplicationClock {
  rule: ClockRule;
  /** The limit as the scheme writes it. */
  limit: string;
  begunAt: Temporal.Instant;
  /** The last day for the body's answer; while it stands still, as if it went on now. */
  dueOn: Temporal.PlainDate;
  /** The first instant that is too late. */
  dueAt: Temporal.Instant;
  /** What keeps it from running, since when; null while it runs. */
  standstill: Standstill | null;
  /** Whether the limit has passed. */
  late: boolean;
}

export interface ClockInput {
  steps: readonly { move: ApplicationMove; recordedAt: Temporal.Instant; met: boolean | null }[];
  /** When a passing exam was recorded for this application; null while none was. */
  passedAt: Temporal.Instant | null;
  pauses: readonly Standstill[];
  /** The scheme's limits by rule; a rule without one is not promised. */
  limits: Partial<Record<ClockRule, string | null>>;
  calendar: WorkCalendar;
  now: Temporal.Instant;
}

const ENDS = new Set<ApplicationMove>(['grant', 'deny', 'withdraw', 'time_out']);

/**
 * The time limits that an open application has now, the earliest first: those that stand still last.
 *
 * `decision` runs from the first sending to the decision, `review` from the first sending to the admission,
 * `certificate_review` from the day the last requirement was there to the decision. None runs while it is the person's turn
 * (returned, or the exam awaited) or while a pause lasts. Reopened after an appeal, they begin anew.
 */
export function clocksOf(input: ClockInput): ApplicationClock[] {
  const { limits, calendar, now } = input;
  const steps = input.steps.slice(
    Math.max(
      0,
      input.steps.findLastIndex(({ move }) => move === 'reopen'),
    ),
  );
  if (steps.some(({ move }) => ENDS.has(move))) return [];
  const standstills = standstillsOf(input);
  const last = lastingSince(standstills);
  const stretches = standstills.map(({ from, to }) => ({ from, to: to ?? now }));
  const clocks = CLOCK_RULES.flatMap((rule): ApplicationClock[] => {
    const [limit, begunAt] = [limits[rule], begins(rule, { ...input, steps })];
    if (!limit || !begunAt) return [];
    const { lastDay: dueOn, endsAt: dueAt } = limitEnd(begunAt, limit, stretches, calendar);
    const late = Temporal.Instant.compare(now, dueAt) >= 0;
    return [{ rule, limit, begunAt, dueOn, dueAt, standstill: late ? null : last, late }];
  });
  return clocks.toSorted(
    (a, b) => Number(a.standstill !== null) - Number(b.standstill !== null) || compare(a.dueAt, b.dueAt),
  );
}

const { compare } = Temporal.Instant;

function begins(rule: ClockRule, { steps, passedAt }: ClockInput): Temporal.Instant | null {
  const sent = steps.find(({ move }) => move === 'submit' || move === 'reopen')?.recordedAt ?? null;
  const admission = steps.find(({ move }) => move === 'admit');
  if (rule === 'decision') return sent;
  if (rule === 'review') return admission ? null : sent;
  if (!admission) return null;
  return admission.met === false ? passedAt : admission.recordedAt;
}

/** Every stretch during which the body's time does not run, its own pauses among them. */
export function standstillsOf({ steps, passedAt, pauses }: ClockInput): Standstill[] {
  const found: Standstill[] = [...pauses];
  steps.forEach(({ move, recordedAt: from, met }, at) => {
    if (move === 'return') {
      const again = steps.slice(at + 1).find((step) => step.move === 'submit');
      found.push({ reason: 'returned', from, to: again?.recordedAt ?? null });
    }
    // Admitted with the exam still to come: what is open is the candidate's.
    if (move === 'admit' && met === false) found.push({ reason: 'exam', from, to: passedAt });
  });
  return found;
}

/** The standstill that lasts, with the beginning of the first of those that do. */
function lastingSince(standstills: readonly Standstill[]): Standstill | null {
  const lasting = standstills.filter(({ to }) => to === null).toSorted((a, b) => compare(a.from, b.from));
  return lasting[0] ?? null;
}

export type WarningStage = 'ahead' | 'last_day' | 'late';

/**
 * What is to be said about a running limit today.
 * @param warnDays how many days before the last one the first warning is due
 * @returns null while there is time, and while the clock stands still
 */
export function warningStage(
  { dueOn, dueAt, standstill }: Pick<ApplicationClock, 'dueOn' | 'dueAt' | 'standstill'>,
  { today, now, warnDays }: { today: Temporal.PlainDate; now: Temporal.Instant; warnDays: number },
): WarningStage | null {
  if (standstill) return null;
  if (compare(now, dueAt) >= 0) return 'late';
  const left = today.until(dueOn).days;
  if (left <= 0) return 'last_day';
  return left <= warnDays ? 'ahead' : null;
}
