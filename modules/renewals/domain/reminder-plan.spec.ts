import { Temporal } from 'temporal-polyfill';
import { dueBy, remindersOf, settle, type ReminderKind } from './reminder-plan.js';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const term = { startsOn: day('2026-12-01'), expiresOn: day('2028-12-01') };
const none = { settled: new Set<ReminderKind>(), renewalSent: false };
const outcome = (today: string, given: Partial<typeof none> = {}) =>
  settle(term, day(today), { ...none, ...given }).map(({ kind, excuse }) => [kind, excuse]);

describe('the reminders of a term', () => {
  it('are due 90, 60, 30 and 7 days before its last valid day', () => {
    expect(remindersOf(term).map(({ dueOn }) => dueOn.toString())).toEqual([
      '2028-09-02',
      '2028-10-02',
      '2028-11-01',
      '2028-11-24',
    ]);
  });

  it('are not due one day early', () => {
    expect(dueBy(term, day('2028-09-01'))).toEqual([]);
    expect(dueBy(term, day('2028-09-02')).map(({ kind }) => kind)).toEqual(['90-days']);
  });

  it('go out one by one in a house that runs each day', () => {
    expect(outcome('2028-09-02')).toEqual([['90-days', null]]);
    expect(outcome('2028-10-02', { settled: new Set(['90-days']) })).toEqual([['60-days', null]]);
    expect(outcome('2028-10-03', { settled: new Set(['90-days', '60-days']) })).toEqual([]);
  });

  it('after an outage the nearest one goes out and those it overtook are excused', () => {
    expect(outcome('2028-11-10', { settled: new Set(['90-days']) })).toEqual([
      ['60-days', 'overtaken'],
      ['30-days', null],
    ]);
  });

  it('after the nearest one went out an older one never follows it', () => {
    expect(outcome('2028-11-10', { settled: new Set(['30-days']) })).toEqual([
      ['90-days', 'overtaken'],
      ['60-days', 'overtaken'],
    ]);
  });

  it('on the last valid day still go out, the day after they are excused', () => {
    const settled = new Set<ReminderKind>(['90-days', '60-days', '30-days']);
    expect(outcome('2028-12-01', { settled })).toEqual([['7-days', null]]);
    expect(outcome('2028-12-02', { settled })).toEqual([['7-days', 'term_over']]);
  });

  it('leave in peace who has sent their renewal', () => {
    expect(outcome('2028-09-02', { renewalSent: true })).toEqual([['90-days', 'renewal_sent']]);
  });

  it('of a short term leave out those before it began', () => {
    const short = { startsOn: day('2028-11-01'), expiresOn: day('2028-12-01') };
    expect(remindersOf(short).map(({ kind }) => kind)).toEqual(['30-days', '7-days']);
  });
});
