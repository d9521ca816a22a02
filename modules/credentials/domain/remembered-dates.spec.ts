import { Temporal } from 'temporal-polyfill';
import { dayIn, readDate } from './remembered-dates.js';

const at = (text: string) => Temporal.Instant.from(text);

describe('dates of the register', () => {
  it('are read once and are the same the second time', () => {
    expect(readDate('2028-02-29').toString()).toBe('2028-02-29');
    expect(readDate('2028-02-29')).toBe(readDate('2028-02-29'));
    expect(() => readDate('2027-02-29')).toThrow(RangeError);
  });

  it('change at midnight of each zone, and back again for an earlier question', () => {
    expect(dayIn('America/New_York', at('2026-11-22T04:59:59.999Z')).toString()).toBe('2026-11-21');
    expect(dayIn('America/New_York', at('2026-11-22T05:00:00Z')).toString()).toBe('2026-11-22');
    expect(dayIn('Asia/Kathmandu', at('2026-11-21T18:14:59Z')).toString()).toBe('2026-11-21');
    expect(dayIn('Asia/Kathmandu', at('2026-11-21T18:15:00Z')).toString()).toBe('2026-11-22');
    expect(dayIn('America/New_York', at('2026-11-22T04:59:00Z')).toString()).toBe('2026-11-21');
  });
});
