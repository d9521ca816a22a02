import { Temporal } from 'temporal-polyfill';

/** Days before the last valid day on which a reminder is due, the earliest first. */
export const REMINDER_DAYS = [90, 60, 30, 7] as const;
export type ReminderKind = `${(typeof REMINDER_DAYS)[number]}-days`;

/** Why no letter was needed. */
export type Excuse =
  | 'overtaken' // a later reminder was due before this one could go out
  | 'term_over' // the term had ended before it could go out
  | 'renewal_sent' // the person has done their part: a registrar looks at it
  | 'renewed'
  | 'ended';

/** The term that is reminded of; both days are valid days. */
export interface RemindedTerm {
  readonly startsOn: Temporal.PlainDate;
  readonly expiresOn: Temporal.PlainDate;
}

export interface DueReminder {
  readonly kind: ReminderKind;
  readonly dueOn: Temporal.PlainDate;
}

export interface Settlement extends DueReminder {
  /** Null: a letter goes out. */
  readonly excuse: Excuse | null;
}

const { compare } = Temporal.PlainDate;

/** Every reminder of a term, earliest first. What would be due before the term began is not due at all. */
export function remindersOf({ startsOn, expiresOn }: RemindedTerm): DueReminder[] {
  return REMINDER_DAYS.map((days) => ({ kind: `${days}-days` as const, dueOn: expiresOn.subtract({ days }) })).filter(
    ({ dueOn }) => compare(dueOn, startsOn) >= 0,
  );
}

/** The reminders of a term that are due by a day. */
export function dueBy(term: RemindedTerm, day: Temporal.PlainDate): DueReminder[] {
  return remindersOf(term).filter(({ dueOn }) => compare(dueOn, day) <= 0);
}

/**
 * What to do about the reminders that are due and not settled yet. After an outage the nearest one goes out and those it
 * overtook are excused; nobody gets four letters in one day, and nobody gets none while the term runs.
 * @param settled kinds that the ledger has for this term
 * @param renewalSent whether the person's renewal waits for the registrar
 */
export function settle(
  term: RemindedTerm,
  today: Temporal.PlainDate,
  { settled, renewalSent }: { settled: ReadonlySet<ReminderKind>; renewalSent: boolean },
): Settlement[] {
  const due = dueBy(term, today);
  const nearest = due.at(-1);
  const isOver = compare(today, term.expiresOn) > 0;
  return due
    .filter(({ kind }) => !settled.has(kind))
    .map((reminder) => {
      if (isOver) return { ...reminder, excuse: 'term_over' };
      if (renewalSent) return { ...reminder, excuse: 'renewal_sent' };
      return { ...reminder, excuse: reminder === nearest ? null : 'overtaken' };
    });
}
