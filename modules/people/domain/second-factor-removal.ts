import { Temporal } from 'temporal-polyfill';

/** How long a second administrator has, and how long what happened to a mailbox makes one necessary. In hours: instants know no days. */
export const WAITING = Temporal.Duration.from({ hours: 7 * 24 });
export const RECENT = Temporal.Duration.from({ hours: 30 * 24 });

/** A code was given: by the app, by its step of 30 seconds (RFC 6238), or from the list of recovery codes. */
export interface FactorUse {
  lastUsedStep: number | null;
  recoveryCodeUsedAt: Temporal.Instant | null;
}

/**
 * Whether one administrator is not enough: the person decides about others, or their mailbox was moved at the desk lately, so
 * that the same member of staff could have taken both keys of the account and the letter about it would reach nobody else.
 */
export function needsSecondAdministrator(
  person: { worksForBody: boolean; mailboxMovedAt: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean {
  if (person.worksForBody) return true;
  return person.mailboxMovedAt !== null && Temporal.Instant.compare(person.mailboxMovedAt.add(RECENT), now) > 0;
}

/** Whether an asked removal can still be confirmed: a code given since shows that the device is not lost. */
export function isWaiting(askedAt: Temporal.Instant, use: FactorUse, now: Temporal.Instant): boolean {
  if (Temporal.Instant.compare(askedAt.add(WAITING), now) <= 0) return false;
  return usesOf(use).every((usedAt) => Temporal.Instant.compare(usedAt, askedAt) <= 0);
}

function usesOf({ lastUsedStep, recoveryCodeUsedAt }: FactorUse): Temporal.Instant[] {
  const byApp = lastUsedStep === null ? [] : [Temporal.Instant.fromEpochMilliseconds(lastUsedStep * 30_000)];
  return recoveryCodeUsedAt ? [...byApp, recoveryCodeUsedAt] : byApp;
}
