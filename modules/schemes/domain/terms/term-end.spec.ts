import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { sampleScheme } from '../../../../test/scenarios/support/sample-scheme.js';
import { dateIn } from '../../../../src/kernel/dates.js';
import type { Stage } from '../definition/credential.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { termEnd } from './term-end.js';

const date = (text: string) => Temporal.PlainDate.from(text);
const scheme = sampleScheme();

/** The sample with one stage of its own. */
function withStage(stage: Partial<Stage>, cycle = stage.validity ?? 'P2Y'): SchemeDefinition {
  const [first] = scheme.credential.stages;
  return { ...scheme, credential: { stages: [{ ...first, ...stage }] }, renewal: { ...scheme.renewal, cycle } };
}

const ends = (definition: SchemeDefinition, anchor: string, ...terms: number[]) =>
  terms.map((n) => termEnd(definition, { anchorOn: date(anchor), n }).toString());

describe('a term counted from a day', () => {
  it.each([
    ['an ordinary day', '2026-03-01', 1, '2028-03-01'],
    ['the second term', '2026-03-01', 2, '2030-03-01'],
    ['29 February, first term ends in a common year', '2024-02-29', 1, '2026-02-28'],
    ['29 February, second term ends in a leap year', '2024-02-29', 2, '2028-02-29'],
    ['29 February over the century that has none', '2024-02-29', 38, '2100-02-28'],
    ['29 February after that century', '2024-02-29', 40, '2104-02-29'],
  ])('%s', (_, anchor, n, lastDay) => {
    expect(ends(scheme, anchor, n)).toEqual([lastDay]);
  });

  it('keeps a month end that one term had to clamp', () => {
    const halfYears = withStage({ validity: 'P6M' });
    expect(ends(halfYears, '2026-08-31', 1, 2, 3)).toEqual(['2027-02-28', '2027-08-31', '2028-02-29']);
  });

  it('keeps a month end that an extension had to clamp', () => {
    const monthly = withStage({ validity: 'P1M', extension: 'P1M', extensions: 2 });
    const extended = [0, 1, 2].map((extensions) =>
      termEnd(monthly, { anchorOn: date('2027-01-31'), n: 1, extensions }).toString(),
    );
    expect(extended).toEqual(['2027-02-28', '2027-03-31', '2027-04-30']);
  });

  it('extends the initial stage of Texas to a year, and once more to a year and a half', () => {
    const initial = withStage({ validity: 'P6M', extensions: 1, extension: 'P6M', discretionary_extensions: 1 });
    const extended = [0, 1, 2].map((extensions) =>
      termEnd(initial, { anchorOn: date('2026-08-31'), n: 1, extensions }).toString(),
    );
    expect(extended).toEqual(['2027-02-28', '2027-08-31', '2028-02-29']);
  });

  it('reckons a stage by its own period and the terms after it by the cycle', () => {
    const [first] = scheme.credential.stages;
    const stages: SchemeDefinition['credential']['stages'] = [
      { ...first, code: 'initial', validity: 'P6M' },
      { ...first, code: 'full', validity: 'P1Y' },
    ];
    const twoStages = { ...scheme, credential: { stages } };
    const end = (stage: string | undefined, n: number) =>
      termEnd(twoStages, { stage, anchorOn: date('2026-03-01'), n }).toString();
    expect([end(undefined, 1), end('initial', 1), end('full', 1), end('full', 2)]).toEqual([
      '2026-09-01',
      '2026-09-01',
      '2027-03-01',
      '2029-03-01',
    ]);
    expect(() => end('gold', 1)).toThrow('no stage gold');
  });
});

describe('a term by the calendar year', () => {
  const yearly = withStage({ validity: 'P1Y', starts: 'calendar_year' });
  const twoYears = withStage({ validity: 'P2Y', starts: 'calendar_year' });

  it('ends on 31 December of the n-th year, the year of the anchor being the first', () => {
    expect(ends(yearly, '2026-03-01', 1, 2, 3)).toEqual(['2026-12-31', '2027-12-31', '2028-12-31']);
    expect(ends(twoYears, '2026-03-01', 1, 2)).toEqual(['2027-12-31', '2029-12-31']);
  });

  it('is as long as the year still is: a whole one from 1 January, one day from 31 December', () => {
    expect(ends(yearly, '2026-01-01', 1)).toEqual(['2026-12-31']);
    expect(ends(yearly, '2026-12-31', 1)).toEqual(['2026-12-31']);
    expect(ends(yearly, '2024-02-29', 1)).toEqual(['2024-12-31']);
  });
});

describe('a term to one day for all', () => {
  const nebraska = withStage({ validity: 'P2Y', starts: { fixed_day: '09-01', years: 'odd' } });

  it.each([
    ['granted in an even year', '2026-03-10', ['2027-09-01', '2029-09-01', '2031-09-01']],
    ['granted the day before: everyone expires that day', '2027-08-31', ['2027-09-01', '2029-09-01', '2031-09-01']],
    ['granted on the day itself', '2027-09-01', ['2029-09-01', '2031-09-01', '2033-09-01']],
    ['granted the day after', '2027-09-02', ['2029-09-01', '2031-09-01', '2033-09-01']],
    ['granted on 29 February', '2028-02-29', ['2029-09-01', '2031-09-01', '2033-09-01']],
  ])('%s', (_, anchor, days) => {
    expect(ends(nebraska, anchor, 1, 2, 3)).toEqual(days);
  });

  it('takes the first such day where the period is too short to reach one', () => {
    const short = withStage({ validity: 'P6M', starts: { fixed_day: '09-01', years: 'odd' } }, 'P2Y');
    expect(ends(short, '2025-10-01', 1)).toEqual(['2027-09-01']);
  });

  it('is 28 February in the common years of a body whose day is 29 February', () => {
    const leap = withStage({ validity: 'P1Y', starts: { fixed_day: '02-29', years: 'every' } });
    expect(ends(leap, '2026-03-01', 1, 2)).toEqual(['2027-02-28', '2028-02-29']);
    const even = withStage({ validity: 'P2Y', starts: { fixed_day: '02-29', years: 'even' } });
    expect(ends(even, '2026-03-01', 1, 2)).toEqual(['2028-02-29', '2030-02-28']);
  });
});

describe('chains of forty years', () => {
  const anchors = fc
    .integer({ min: 0, max: 40 * 366 })
    .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }));
  const anniversaries = fc.record({
    validity: fc.constantFrom('P1M', 'P6M', 'P1Y', 'P2Y', 'P3Y'),
    cycle: fc.constantFrom('P6M', 'P1Y', 'P2Y', 'P3Y'),
  });
  const months = (period: string): number => {
    const { years, months: rest } = Temporal.Duration.from(period);
    return years * 12 + rest;
  };

  it('end on the anchor’s day of the month, or on the last day of a shorter month, whatever came before', () => {
    fc.assert(
      fc.property(anchors, anniversaries, (anchorOn, { validity, cycle }) => {
        const definition = withStage({ validity }, cycle);
        for (let n = 1; months(validity) + (n - 1) * months(cycle) <= 480; n += 1) {
          const end = termEnd(definition, { anchorOn, n });
          expect(end.day).toBe(Math.min(anchorOn.day, end.daysInMonth));
          const passed = (end.year - anchorOn.year) * 12 + end.month - anchorOn.month;
          expect(passed).toBe(months(validity) + (n - 1) * months(cycle));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('rise from term to term and never end before the anchor, by whatever day a scheme counts', () => {
    const starts: fc.Arbitrary<Stage['starts']> = fc.constantFrom<Stage['starts'][]>(
      undefined,
      'calendar_year',
      { fixed_day: '09-01', years: 'odd' },
      { fixed_day: '02-29', years: 'every' },
      { fixed_day: '12-31', years: 'even' },
    );
    fc.assert(
      fc.property(anchors, starts, (anchorOn, start) => {
        const definition = withStage({ validity: 'P2Y', starts: start });
        let before = anchorOn.subtract({ days: 1 });
        for (let n = 1; n <= 20; n += 1) {
          const end = termEnd(definition, { anchorOn, n });
          expect(Temporal.PlainDate.compare(end, before)).toBe(1);
          before = end;
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a day that comes from an instant', () => {
  const end = (zone: string, instant: string) =>
    termEnd(scheme, { anchorOn: dateIn(zone, Temporal.Instant.from(instant)), n: 1 }).toString();

  it('is the day of the body’s zone, east and west of UTC', () => {
    const instant = '2024-02-29T11:30:00Z';
    expect(end('Pacific/Kiritimati', instant)).toBe('2026-03-01');
    expect(end('Pacific/Pago_Pago', instant)).toBe('2026-02-28');
    expect(end('America/Chicago', '2026-03-01T05:59:59Z')).toBe('2028-02-28');
    expect(end('America/Chicago', '2026-03-01T06:00:00Z')).toBe('2028-03-01');
  });

  it('is one day on the nights in which clocks change, before and after the hour', () => {
    for (const night of ['2026-03-08T07:59:59Z', '2026-03-08T08:00:00Z', '2026-03-08T08:00:01Z'])
      expect(end('America/Chicago', night)).toBe('2028-03-08');
    for (const night of ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z', '2026-11-01T07:30:00Z'])
      expect(end('America/Chicago', night)).toBe('2028-11-01');
    // In Santiago the clock jumps over midnight: the day begins at one o'clock.
    expect(end('America/Santiago', '2026-09-06T03:59:59Z')).toBe('2028-09-05');
    expect(end('America/Santiago', '2026-09-06T04:00:00Z')).toBe('2028-09-06');
  });
});
