import { Temporal } from 'temporal-polyfill';
import { conductTerms, effectiveOn, isHeard, lastDay } from './conduct-terms.js';

const calendar = { zone: 'America/Los_Angeles', holidays: new Set(['2026-11-26', '2026-11-27']) };
/** Friday 20 November, 17:30 in Los Angeles: already Saturday in UTC. */
const friday = Temporal.Instant.from('2026-11-21T01:30:00Z');
const california = {
  outcomes: ['suspended', 'revoked', 'denial_of_renewal'],
  complaint: { limit: 'P3Y', acknowledge: 'P5BD', decide: 'P90D', extend: 'P30D', registry_update: 'PT72H' },
  appeal: { allowed_for: ['denial', 'suspension', 'revocation', 'renewal_denial'], decide: 'P90D' },
};
const terms = conductTerms({ discipline: california });
const silent = conductTerms({ discipline: { outcomes: ['reprimand', 'suspended', 'revoked', 'surrendered'] } });

describe('the periods of a scheme', () => {
  it('are those it says', () => {
    expect(terms.complaint.registryUpdate).toBe('PT72H');
    expect(terms.sanctions).toEqual(['suspension', 'revocation']);
  });

  it('hold for a scheme without a word about complaints', () => {
    expect(silent.complaint.acknowledge).toBe('P5BD');
    expect(silent.sanctions).toEqual(['reprimand', 'suspension', 'revocation']);
  });

  it('say how long a suspension at once waits for a second person, and fourteen days where they are silent', () => {
    const quick = conductTerms({ discipline: { ...california, emergency: { confirm_within: 'P3BD' } } });
    expect([quick.notice.confirmWithin, terms.notice.confirmWithin]).toEqual(['P3BD', 'P14D']);
  });

  it('count business days in the body’s zone and leave out its holidays', () => {
    expect(lastDay(friday, terms.complaint.acknowledge, calendar).toString()).toBe('2026-12-01');
  });

  it('hear a complaint up to the very day, and 29 February too', () => {
    const leap = Temporal.PlainDate.from('2024-02-29');
    expect(isHeard(leap, Temporal.PlainDate.from('2027-02-28'), terms)).toBe(true);
    expect(isHeard(leap, Temporal.PlainDate.from('2027-03-01'), terms)).toBe(false);
  });

  it('let nothing take effect before both notice and appeal are over', () => {
    const long = conductTerms({
      discipline: { ...california, notice: { answer_within: 'P20D', effect_after: 'P45D' } },
    });
    const by = Temporal.PlainDate.from('2026-12-20');
    expect(effectiveOn(friday, by, long, calendar).toString()).toBe('2027-01-05');
    expect(effectiveOn(friday, by, terms, calendar).toString()).toBe('2026-12-21');
  });
});
