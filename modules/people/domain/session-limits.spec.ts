import { Temporal } from 'temporal-polyfill';
import { isConfirmed, isOpen, STAFF_LIMITS, TRAINEE_LIMITS } from './session-limits.js';

const begin = Temporal.Instant.from('2026-11-21T08:00:00Z');
const session = (lastSeen: Temporal.DurationLike, endedAt: Temporal.Instant | null = null) => ({
  createdAt: begin,
  lastSeenAt: begin.add(lastSeen),
  endedAt,
});

describe('a session', () => {
  it('of staff ends after 30 idle minutes and after 12 hours, however busy', () => {
    expect(isOpen(session({ hours: 1 }), STAFF_LIMITS, begin.add({ minutes: 89 }))).toBe(true);
    expect(isOpen(session({ hours: 1 }), STAFF_LIMITS, begin.add({ minutes: 90 }))).toBe(false);
    expect(isOpen(session({ minutes: 719 }), STAFF_LIMITS, begin.add({ hours: 12 }))).toBe(false);
  });

  it('of everyone else ends after two idle hours and after 30 days', () => {
    expect(isOpen(session({ hours: 1 }), TRAINEE_LIMITS, begin.add({ minutes: 179 }))).toBe(true);
    expect(isOpen(session({ hours: 1 }), TRAINEE_LIMITS, begin.add({ hours: 3 }))).toBe(false);
    const days30 = begin.add({ hours: 720 });
    expect(isOpen(session({ hours: 719 }), TRAINEE_LIMITS, days30)).toBe(false);
  });

  it('that was ended stays ended', () => {
    expect(isOpen(session({ hours: 0 }, begin), TRAINEE_LIMITS, begin)).toBe(false);
  });

  it('is fresh enough for sensitive changes for a quarter of an hour', () => {
    expect(isConfirmed({ confirmedAt: begin }, begin.add({ seconds: 899 }))).toBe(true);
    expect(isConfirmed({ confirmedAt: begin }, begin.add({ seconds: 900 }))).toBe(false);
  });
});
