import fc from 'fast-check';
import type { EntryState } from './entry.js';
import { totalsOf, type CountedEntry } from './totals.js';

const DOMAINS = ['advocacy', 'ethical_responsibility', 'mentoring_education'];
const anyEntry: fc.Arbitrary<CountedEntry> = fc.record({
  kind: fc.constantFrom('paid' as const, 'volunteer' as const, 'supervision' as const),
  state: fc.constantFrom<EntryState>('recorded', 'awaiting_signature', 'returned', 'signed', 'corrected'),
  occupies: fc.boolean(),
  domains: fc
    .subarray(DOMAINS, { minLength: 1 })
    .chain((domains) =>
      fc
        .array(fc.integer({ min: 1, max: 480 }), { minLength: domains.length, maxLength: domains.length })
        .map((minutes) => domains.map((domain, at) => ({ domain, minutes: minutes[at] ?? 1 }))),
    ),
});
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

describe('the sums of a record', () => {
  it('by domain add up to the whole of practice, to the minute', () => {
    fc.assert(
      fc.property(fc.array(anyEntry), (entries) => {
        const totals = totalsOf(entries, DOMAINS);
        expect(sum(totals.domains.map((one) => one.recorded))).toBe(totals.practice.recorded);
        expect(sum(totals.domains.map((one) => one.signed))).toBe(totals.practice.signed);
      }),
    );
  });

  it('never have more signed than recorded, and count every entry that stands exactly once', () => {
    fc.assert(
      fc.property(fc.array(anyEntry), (entries) => {
        const { practice, supervision } = totalsOf(entries, DOMAINS);
        expect(practice.signed).toBeLessThanOrEqual(practice.recorded);
        expect(supervision.signed).toBeLessThanOrEqual(supervision.recorded);
        const standing = entries.filter((entry) => entry.occupies).flatMap((entry) => entry.domains);
        expect(practice.recorded + supervision.recorded).toBe(sum(standing.map((one) => one.minutes)));
      }),
    );
  });

  it('count supervision received apart from practice', () => {
    const domains = [{ domain: 'advocacy', minutes: 60 }];
    const totals = totalsOf(
      [
        { kind: 'supervision', state: 'signed', occupies: true, domains },
        { kind: 'volunteer', state: 'recorded', occupies: true, domains },
      ],
      ['advocacy'],
    );
    expect(totals.practice).toEqual({ recorded: 60, signed: 0 });
    expect(totals.supervision).toEqual({ recorded: 60, signed: 60 });
  });
});
