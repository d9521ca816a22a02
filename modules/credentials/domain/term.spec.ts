import { Temporal } from 'temporal-polyfill';
import { addPeriods } from '../../../src/kernel/dates.js';
import { firstTerm, nextTerm, type TermEnds } from './term.js';

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
        let term = firstTerm(start, ends);
        for (let n = 2; n <= 3; n += 1) {
          const next = nextTerm(term, term.expiresOn.subtract({ days: 30 }), ends);
          if (!next.startsOn.equals(term.expiresOn.add({ days: 1 })) || next.number !== n) {
            throw new Error(`gap or overlap after ${start.toString()}, term ${n}`);
          }
          if (!next.expiresOn.equals(ends(n))) throw new Error(`term ${n} of ${start.toString()} left its anchor`);
          term = next;
        }
      }
    }
  }, 60_000);

  it('find the leap day again: 29 February 2024 plus two terms of two years ends on 28 February 2028', () => {
    const ends = anniversary(date('2024-02-29'), Temporal.Duration.from('P2Y'));
    const first = firstTerm(date('2024-02-29'), ends);
    expect(first.expiresOn.toString()).toBe('2026-02-27');
    const second = nextTerm(first, date('2026-01-05'), ends);
    expect(second.startsOn.toString()).toBe('2026-02-28');
    expect(second.expiresOn.toString()).toBe('2028-02-28');
  });

  it('begin on the day of a late renewal and still end by the anchor', () => {
    const ends = anniversary(date('2024-05-01'), Temporal.Duration.from('P2Y'));
    const late = nextTerm(firstTerm(date('2024-05-01'), ends), date('2026-07-15'), ends);
    expect([late.number, late.startsOn.toString(), late.expiresOn.toString()]).toEqual([2, '2026-07-15', '2028-04-30']);
    const afterLong = nextTerm(firstTerm(date('2024-05-01'), ends), date('2029-07-15'), ends);
    expect([afterLong.number, afterLong.expiresOn.toString()]).toEqual([3, '2030-04-30']);
  });
});
