import { Temporal } from 'temporal-polyfill';
import { lastTwelveMonths, median } from './median.js';

describe('the median', () => {
  it('is the middle one, or between the two middles, and not known of none', () => {
    expect([median([9, 1, 4]), median([4, 1, 2, 3]), median([7]), median([])]).toEqual([4, 2.5, 7, null]);
  });
});

describe('the last twelve months', () => {
  it('end with the present one and cross the year', () => {
    const months = lastTwelveMonths(Temporal.PlainDate.from('2026-03-31'));
    expect([months.length, months[0], months.at(-1)]).toEqual([12, '2025-04', '2026-03']);
  });
});
