import { Temporal } from 'temporal-polyfill';
import { earliestDate } from './earliest-date.js';

const lateEvening = Temporal.Instant.from('2026-11-22T02:30:00Z');

describe('the day a course was finished on', () => {
  it('is the day of the body when there is one', () => {
    expect(earliestDate(['America/New_York'], lateEvening).toString()).toBe('2026-11-21');
  });

  it('is never in the future of any body that may count it', () => {
    const zones = ['Asia/Tokyo', 'Pacific/Honolulu', 'Europe/Berlin'];
    expect(earliestDate(zones, lateEvening).toString()).toBe('2026-11-21');
  });

  it('is counted in UTC where there is no body yet', () => {
    expect(earliestDate([], lateEvening).toString()).toBe('2026-11-22');
  });
});
