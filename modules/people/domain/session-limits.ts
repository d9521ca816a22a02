import { Temporal } from 'temporal-polyfill';

export interface SessionLimits {
  /** How long a session lives without a request. */
  idle: Temporal.Duration;
  /** How long it lives at most. */
  absolute: Temporal.Duration;
}

/** For people who decide nothing about others. */
export const TRAINEE_LIMITS: SessionLimits = {
  idle: Temporal.Duration.from({ hours: 2 }),
  absolute: Temporal.Duration.from({ hours: 30 * 24 }),
};

/** For staff of a certifying body (NIST SP 800-63B-3 §4.2.3: 30 minutes, 12 hours). */
export const STAFF_LIMITS: SessionLimits = {
  idle: Temporal.Duration.from({ minutes: 30 }),
  absolute: Temporal.Duration.from({ hours: 12 }),
};

/** Between the password and the code of the second factor. */
export const HALF_LIMITS: SessionLimits = {
  idle: Temporal.Duration.from({ minutes: 10 }),
  absolute: Temporal.Duration.from({ minutes: 10 }),
};

/** How long "it is really you" holds for changes of address, password and second factor (ASVS 5.0, 7.5.1). */
const CONFIRMATION = Temporal.Duration.from({ minutes: 15 });

export interface SessionTimes {
  createdAt: Temporal.Instant;
  lastSeenAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
}

/** Whether the session still stands at `now` under `limits`. */
export function isOpen(session: SessionTimes, limits: SessionLimits, now: Temporal.Instant): boolean {
  if (session.endedAt) return false;
  const idleEnd = session.lastSeenAt.add(limits.idle);
  const absoluteEnd = session.createdAt.add(limits.absolute);
  return Temporal.Instant.compare(now, idleEnd) < 0 && Temporal.Instant.compare(now, absoluteEnd) < 0;
}

/** Whether the person gave password (and code) recently enough for a sensitive change. */
export function isConfirmed(session: { confirmedAt: Temporal.Instant }, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, session.confirmedAt.add(CONFIRMATION)) < 0;
}
