import { Temporal } from 'temporal-polyfill';
import { daysBefore } from './accommodation-days.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-11-20');
const left = (from: string, until: string | null, next: string) => {
  const days = daysBefore({ validFrom: day(from), validUntil: until ? day(until) : null }, day(next), today);
  return days && `${days.validFrom.toString()} to ${days.validUntil.toString()}`;
};

describe('the days on which something is made easier', () => {
  it('go on from today until the day before something else begins', () => {
    expect(left('2026-01-01', null, '2026-12-01')).toBe('2026-11-20 to 2026-11-30');
    expect(left('2026-11-25', null, '2026-12-01')).toBe('2026-11-25 to 2026-11-30');
  });

  it('end when they end, where that comes first', () => {
    expect(left('2026-01-01', '2026-11-25', '2026-12-01')).toBe('2026-11-20 to 2026-11-25');
  });

  it('are over where the other begins today, or before they begin', () => {
    expect(left('2026-01-01', null, '2026-11-20')).toBeNull();
    expect(left('2026-12-01', null, '2026-12-01')).toBeNull();
    expect(left('2026-01-01', '2026-11-19', '2026-12-01')).toBeNull();
  });
});
