import { Temporal } from 'temporal-polyfill';
import { addBusinessDays, businessDaysBetween, limitEnd, type Stretch } from './time-limit.js';

const at = Temporal.Instant.from;
const date = Temporal.PlainDate.from;
const stretch = (from: string, to: string): Stretch => ({ from: at(from), to: at(to) });

function end(begun: string, limit: string, rest: { zone?: string; holidays?: string[]; still?: Stretch[] } = {}) {
  const { zone = 'America/Chicago', holidays = [], still = [] } = rest;
  const { lastDay, endsAt } = limitEnd(at(begun), limit, still, { zone, holidays: new Set(holidays) });
  return [lastDay.toString(), endsAt.toString()];
}

describe('a time limit', () => {
  it('in days ends with the last day in the body’s zone, east and west of UTC', () => {
    const begun = '2026-03-02T23:30:00Z';
    expect(end(begun, 'P10D', { zone: 'America/Los_Angeles' })).toEqual(['2026-03-12', '2026-03-13T07:00:00Z']);
    expect(end(begun, 'P10D', { zone: 'Pacific/Auckland' })).toEqual(['2026-03-13', '2026-03-13T11:00:00Z']);
  });

  it('in days ends at midnight through nights on which clocks change', () => {
    expect(end('2026-03-01T18:00:00Z', 'P7D')).toEqual(['2026-03-08', '2026-03-09T05:00:00Z']);
    expect(end('2026-10-25T18:00:00Z', 'P7D')).toEqual(['2026-11-01', '2026-11-02T06:00:00Z']);
  });

  it('in months and years keeps to the end of a shorter month', () => {
    expect(end('2027-01-31T18:00:00Z', 'P1M')[0]).toBe('2027-02-28');
    expect(end('2028-02-29T18:00:00Z', 'P1Y')[0]).toBe('2029-02-28');
  });

  it('in hours counts the hours that pass', () => {
    expect(end('2026-03-07T18:00:00Z', 'PT72H')).toEqual(['2026-03-10', '2026-03-10T18:00:00Z']);
    expect(end('2026-03-07T06:00:00Z', 'PT24H')[0]).toBe('2026-03-07');
  });

  it('in business days leaves out weekends and holidays', () => {
    expect(end('2026-12-23T18:00:00Z', 'P5BD')[0]).toBe('2026-12-30');
    expect(end('2026-12-23T18:00:00Z', 'P5BD', { holidays: ['2026-12-25', '2026-12-26'] })[0]).toBe('2026-12-31');
    expect(end('2026-12-26T18:00:00Z', 'P1BD')[0]).toBe('2026-12-28');
  });

  it('moves by the days it stood still, and not by a stretch within one day', () => {
    const still = [stretch('2026-03-04T15:00:00Z', '2026-03-07T15:00:00Z')];
    expect(end('2026-03-02T18:00:00Z', 'P10D', { still })[0]).toBe('2026-03-15');
    const short = [stretch('2026-03-04T15:00:00Z', '2026-03-04T22:00:00Z')];
    expect(end('2026-03-02T18:00:00Z', 'P10D', { still: short })[0]).toBe('2026-03-12');
  });

  it('in business days moves by the business days it stood still', () => {
    const overWeekend = [stretch('2026-03-06T15:00:00Z', '2026-03-09T15:00:00Z')];
    expect(end('2026-03-05T18:00:00Z', 'P5BD', { still: overWeekend })[0]).toBe('2026-03-13');
  });

  it('in hours moves by what it stood still, overlaps once', () => {
    const still = [
      stretch('2026-03-03T00:00:00Z', '2026-03-03T10:00:00Z'),
      stretch('2026-03-03T05:00:00Z', '2026-03-03T12:00:00Z'),
    ];
    expect(end('2026-03-02T18:00:00Z', 'PT72H', { still })[1]).toBe('2026-03-06T06:00:00Z');
  });

  it('is not healed by standing still after it has ended, and keeps what ended before it began', () => {
    const after = [stretch('2026-03-14T15:00:00Z', '2026-03-20T15:00:00Z')];
    const before = [stretch('2026-02-14T15:00:00Z', '2026-02-20T15:00:00Z')];
    for (const still of [after, before]) expect(end('2026-03-02T18:00:00Z', 'P10D', { still })[0]).toBe('2026-03-12');
  });

  it('counts only the part of a stretch that lies after its beginning', () => {
    const across = [stretch('2026-02-20T15:00:00Z', '2026-03-05T15:00:00Z')];
    expect(end('2026-03-02T18:00:00Z', 'P10D', { still: across })[0]).toBe('2026-03-15');
  });
});

describe('business days', () => {
  it('between two days and added to one are each other’s inverse', () => {
    const holidays = new Set(['2026-07-03', '2026-09-07']);
    for (let day = date('2026-06-29'); day.month < 10; day = day.add({ days: 1 })) {
      for (let n = 0; n < 12; n += 1) {
        expect(businessDaysBetween(day, addBusinessDays(day, n, holidays), holidays)).toBe(n);
      }
    }
  });
});
