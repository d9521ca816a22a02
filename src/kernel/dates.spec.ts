import { readDate } from './dates.js';

describe('a date that somebody wrote', () => {
  it('is read as year, month and day', () => {
    expect(readDate('2028-02-29')?.toString()).toBe('2028-02-29');
  });

  it.each([
    '',
    '2027-02-29',
    '2027-04-31',
    '2027-13-01',
    '2027-4-1',
    '01.04.2027',
    '2027-04-01T10:00',
    '20270401',
    ' 2027-04-01',
  ])('is none where the calendar has no such day, or it is written otherwise: %p', (text) => {
    expect(readDate(text)).toBeNull();
  });
});
