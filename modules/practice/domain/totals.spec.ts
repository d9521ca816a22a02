import fc from 'fast-check';
import { totalsOf, type DomainSum } from './totals.js';

const DOMAINS = ['advocacy', 'ethical_responsibility', 'mentoring_education'];
const anySums: fc.Arbitrary<DomainSum[]> = fc.uniqueArray(
  fc
    .record({
      domain: fc.constantFrom(...DOMAINS),
      supervision: fc.boolean(),
      recorded: fc.integer({ min: 1, max: 100_000 }),
      share: fc.integer({ min: 0, max: 100 }),
    })
    .map(({ share, ...sum }) => ({ ...sum, signed: Math.floor((sum.recorded * share) / 100) })),
  { selector: ({ domain, supervision }) => `${domain} ${supervision}` },
);
const add = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

describe('the sums of a record', () => {
  it('by domain add up to the whole of practice, to the minute', () => {
    fc.assert(
      fc.property(anySums, (sums) => {
        const totals = totalsOf(sums, DOMAINS);
        expect(add(totals.domains.map((one) => one.recorded))).toBe(totals.practice.recorded);
        expect(add(totals.domains.map((one) => one.signed))).toBe(totals.practice.signed);
      }),
    );
  });

  it('lose nothing and count nothing twice', () => {
    fc.assert(
      fc.property(anySums, (sums) => {
        const { practice, supervision } = totalsOf(sums, DOMAINS);
        expect(practice.recorded + supervision.recorded).toBe(add(sums.map(({ recorded }) => recorded)));
        expect(practice.signed + supervision.signed).toBe(add(sums.map(({ signed }) => signed)));
      }),
    );
  });

  it('count supervision received apart from practice, and name a domain that has nothing yet', () => {
    const totals = totalsOf(
      [
        { domain: 'advocacy', supervision: true, recorded: 60, signed: 60 },
        { domain: 'advocacy', supervision: false, recorded: 90, signed: 0 },
      ],
      ['advocacy', 'ethical_responsibility'],
    );
    expect(totals.practice).toEqual({ recorded: 90, signed: 0 });
    expect(totals.supervision).toEqual({ recorded: 60, signed: 60 });
    expect(totals.domains).toEqual([
      { domain: 'advocacy', recorded: 90, signed: 0 },
      { domain: 'ethical_responsibility', recorded: 0, signed: 0 },
    ]);
  });
});
