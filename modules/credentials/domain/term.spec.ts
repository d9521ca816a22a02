import { Temporal } from 'temporal-polyfill';
import { addPeriods } from '../../../src/kernel/dates.js';
import { extendedTerm, nextTerm, termFrom, type CountedTerm, type TermEnds } from './term.js';

const date = Temporal.PlainDate.from;

/** Anniversary terms: the last valid day is the day before `anchor + n × period`. */
function anniversary(anchor: Temporal.PlainDate, period: Temporal.Duration): TermEnds {
  return (n) => addPeriods(anchor, period, n).subtract({ days: 1 });
}

describe('terms', () => {
  it('neither overlap nor leave gaps, for every start date from 2020 to 2060', () => {
    for (const period of [Temporal.Duration.from('P2Y'), Temporal.Duration.from('P6M')]) {
      for (let start = date('2020-01-01'); start.year <= 2060; start = start.add({ days: 1 })) {
        const ends = anniversary(start, period);
        let last = termFrom(start, start, { ends });
        for (let n = 2; n <= 3; n += 1) {
          const next = nextTerm(last, last.term.expiresOn.subtract({ days: 30 }), ends);
          if (!next.term.startsOn.equals(last.term.expiresOn.add({ days: 1 })) || next.term.number !== n) {
            throw new Error(`gap or overlap after ${start.toString()}, term ${n}`);
          }
          if (!next.term.expiresOn.equals(ends(n))) throw new Error(`term ${n} of ${start.toString()} left its anchor`);
          last = next;
        }
      }
    }
  }, 60_000);

  const days = ({ term }: CountedTerm) => [term.number, term.startsOn.toString(), term.expiresOn.toString()];

  it('find the leap day again: 29 February 2024 plus two terms of two years ends on 28 February 2028', () => {
    const ends = anniversary(date('2024-02-29'), Temporal.Duration.from('P2Y'));
    const first = termFrom(date('2024-02-29'), date('2024-02-29'), { ends });
    expect(days(first)).toEqual([1, '2024-02-29', '2026-02-27']);
    expect(days(nextTerm(first, date('2026-01-05'), ends))).toEqual([2, '2026-02-28', '2028-02-28']);
  });

  it('begin on the day of a late renewal and still end by the anchor, those wholly past passed over', () => {
    const start = date('2024-05-01');
    const ends = anniversary(start, Temporal.Duration.from('P2Y'));
    const first = termFrom(start, start, { ends });
    expect(days(nextTerm(first, date('2026-07-15'), ends))).toEqual([2, '2026-07-15', '2028-04-30']);
    const afterLong = nextTerm(first, date('2029-07-15'), ends);
    expect(days(afterLong)).toEqual([2, '2029-07-15', '2030-04-30']);
    expect(afterLong.anchor.n).toBe(3);
  });

  it('begin with the decision where the exam that counts was passed before, and end by the exam', () => {
    const exam = date('2024-01-31');
    const ends = anniversary(exam, Temporal.Duration.from('P2Y'));
    expect(days(termFrom(exam, date('2024-03-10'), { ends }))).toEqual([1, '2024-03-10', '2026-01-30']);
    expect(days(termFrom(exam, date('2026-03-10'), { ends }))).toEqual([1, '2026-03-10', '2028-01-30']);
  });

  it('are extended from the day after, or from the day it is granted, and never into the past', () => {
    const start = date('2026-08-31');
    const first = termFrom(start, start, { ends: (n) => start.add({ months: 6 * n }) });
    expect(String(first.term.expiresOn)).toBe('2027-02-28');
    const end = date('2027-08-31');
    const extended = (on: string) => extendedTerm(first, date(on), end);
    expect(extended('2027-02-01')).toMatchObject({ anchor: { n: 1 } });
    expect(days(extended('2027-02-01')!)).toEqual([2, '2027-03-01', '2027-08-31']);
    expect(days(extended('2027-04-01')!)).toEqual([2, '2027-04-01', '2027-08-31']);
    expect(extended('2027-09-01')).toBeNull();
  });
});
