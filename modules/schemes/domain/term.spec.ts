import { Temporal } from 'temporal-polyfill';
import { sampleScheme } from '../../../test/scenarios/support/sample-scheme.js';
import type { SchemeDefinition } from './scheme-definition.js';
import { lapseTier, renewalOpensOn, termEnd, termStart } from './term.js';

const date = (text: string) => Temporal.PlainDate.from(text);
const scheme = sampleScheme();
const yearly = { ...scheme, renewal: { ...scheme.renewal, cycle: 'P1Y' } };

describe('a term', () => {
  it.each([
    ['an ordinary day', '2026-03-01', 1, '2028-03-01'],
    ['the second term', '2026-03-01', 2, '2030-03-01'],
    ['29 February, first term ends in a common year', '2024-02-29', 1, '2026-02-28'],
    ['29 February, second term ends in a leap year', '2024-02-29', 2, '2028-02-29'],
    ['29 February over the century that has none', '2024-02-29', 38, '2100-02-28'],
    ['29 February after that century', '2024-02-29', 40, '2104-02-29'],
  ])('%s', (_, anchor, n, lastDay) => {
    expect(termEnd(scheme, date(anchor), n).toString()).toBe(lastDay);
  });

  it('keeps a month end that one term had to clamp', () => {
    const halfYears: SchemeDefinition = {
      ...scheme,
      credential: { stages: [{ ...scheme.credential.stages[0], validity: 'P6M' }] },
      renewal: { ...scheme.renewal, cycle: 'P6M' },
    };
    expect([1, 2, 3].map((n) => termEnd(halfYears, date('2026-08-31'), n).toString())).toEqual([
      '2027-02-28',
      '2027-08-31',
      '2028-02-29',
    ]);
  });

  it('begins on the day after the one before, for forty years of anchors and cycles, without gap or overlap', () => {
    for (let anchor = date('2020-01-01'); anchor.year < 2061; anchor = anchor.add({ days: 13 })) {
      for (const definition of [scheme, yearly]) {
        const end = termEnd(definition, anchor, 7);
        if (termStart(definition, anchor, 8).since(end).days !== 1) throw new Error(anchor.toString());
      }
    }
    expect(termStart(scheme, date('2026-03-01'), 1).toString()).toBe('2026-03-01');
  });

  it('opens for renewal ninety days before its last day', () => {
    expect(renewalOpensOn(scheme, date('2028-03-01')).toString()).toBe('2027-12-02');
  });
});

describe('lateness', () => {
  const expiresOn = date('2028-03-01');
  const tierOn = (day: string) => lapseTier(scheme, expiresOn, date(day));

  it('is none on the last valid day', () => {
    expect(tierOn('2028-03-01')).toBeNull();
  });

  it('is a late renewal from the next day through half a year later', () => {
    for (const day of ['2028-03-02', '2028-09-01'])
      expect(tierOn(day)).toMatchObject({ action: 'renew_late', fee: 75 });
    expect(String(tierOn('2028-09-01')?.startsOn)).toBe('2028-03-02');
    expect(String(tierOn('2028-09-01')?.endsOn)).toBe('2028-09-01');
  });

  it('asks to apply again after that, for ever', () => {
    for (const day of ['2028-09-02', '2060-01-01']) {
      expect(tierOn(day)).toMatchObject({ action: 'reapply', fee: null, endsOn: null });
    }
  });

  it('does not begin within a grace period', () => {
    const gracious = { ...scheme, lapse: { ...scheme.lapse, grace: 'P30D' } };
    expect(lapseTier(gracious, expiresOn, date('2028-03-31'))).toBeNull();
    expect(lapseTier(gracious, expiresOn, date('2028-04-01'))).not.toBeNull();
  });
});
