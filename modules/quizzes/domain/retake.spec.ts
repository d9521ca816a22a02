import { Temporal } from 'temporal-polyfill';
import { nextAttempt } from './retake.js';

const at = (text: string) => Temporal.Instant.from(text);
const closed = (closedAt: string, passed = false) => ({
  startedAt: at(closedAt).subtract({ minutes: 20 }),
  closedAt: at(closedAt),
  passed,
});
const rule = { wait: 'P1D', max_attempts: 3 };
const now = at('2026-11-21T10:00:00Z');

describe('the next attempt', () => {
  it('is open to someone who has not begun', () => {
    expect(nextAttempt(rule, [], now)).toEqual({ state: 'open', attemptsLeft: 3 });
  });

  it('waits for the one that is open', () => {
    const open = { startedAt: now, closedAt: null, passed: null };
    expect(nextAttempt(rule, [open], now)).toEqual({ state: 'in_progress' });
  });

  it('opens a day after the last one closed, to the millisecond, and says when', () => {
    const attempts = [closed('2026-11-19T10:00:00Z'), closed('2026-11-20T10:00:00.001Z')];
    expect(nextAttempt(rule, attempts, now)).toEqual({
      state: 'waiting',
      opensAt: at('2026-11-21T10:00:00.001Z'),
      attemptsLeft: 1,
    });
    expect(nextAttempt(rule, attempts, at('2026-11-21T10:00:00.001Z'))).toEqual({ state: 'open', attemptsLeft: 1 });
  });

  it('is not offered after the last one allowed', () => {
    const attempts = ['2026-11-01T10:00:00Z', '2026-11-03T10:00:00Z', '2026-11-05T10:00:00Z'].map((t) => closed(t));
    expect(nextAttempt(rule, attempts, now)).toEqual({ state: 'used_up', maxAttempts: 3 });
    expect(nextAttempt({ ...rule, max_attempts: null }, attempts, now)).toEqual({ state: 'open', attemptsLeft: null });
  });

  it('is not needed after a pass', () => {
    expect(nextAttempt(rule, [closed('2026-11-01T10:00:00Z', true)], now)).toEqual({ state: 'passed' });
  });
});
