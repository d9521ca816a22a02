import { Temporal } from 'temporal-polyfill';
import { appealUntil } from './appeal-route.js';

describe('the time to appeal', () => {
  const calendar = { zone: 'America/Los_Angeles', holidays: new Set<string>() };
  /** Friday 20 November, 17:30 in Los Angeles: already Saturday in UTC. */
  const friday = Temporal.Instant.from('2026-11-21T01:30:00Z');
  const california = {
    outcomes: [],
    appeal: { allowed_for: ['denial', 'suspension', 'revocation', 'renewal_denial'], decide: 'P90D' },
  };
  const until = (discipline: Parameters<typeof appealUntil>[0]['discipline'], kind: string) =>
    appealUntil({ discipline }, kind, friday, calendar)?.toString() ?? null;

  it('is 30 days of the body’s calendar where the scheme names no other', () => {
    expect(until(california, 'denial')).toBe('2026-12-20');
    expect(until({ outcomes: [] }, 'denial')).toBe('2026-12-20');
  });

  it('is what the scheme names, in business days too', () => {
    expect(until({ ...california, appeal: { ...california.appeal, file_within: 'P10BD' } }, 'revocation')).toBe(
      '2026-12-04',
    );
  });

  it('is there for the decisions that the scheme names only', () => {
    expect(until(california, 'reprimand')).toBeNull();
  });
});
