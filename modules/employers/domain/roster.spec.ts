import { Temporal } from 'temporal-polyfill';
import type { Standing, Status } from '../../credentials/credentials.public.js';
import { holds, type Consent } from './consent.js';
import { expiresWithin, rosterCounts } from './expiry-bands.js';
import { possibleSurnames } from './name-match.js';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const today = day('2026-11-21');
const knownAt = Temporal.Instant.from('2026-11-21T15:00:00Z');

function standing(status: Status, expiresOn: string): Standing {
  const startsOn = day('2024-11-21');
  return {
    status,
    since: startsOn,
    concurrent: [],
    stage: 'full',
    endorsements: [],
    notes: [],
    startsOn,
    expiresOn: day(expiresOn),
    onDate: today,
    knownAt,
  };
}

describe('who expires soon', () => {
  it('is counted to the day, the last valid day included', () => {
    expect(expiresWithin(standing('active', '2026-12-21'), 30)).toBe(true);
    expect(expiresWithin(standing('active', '2026-12-22'), 30)).toBe(false);
    expect(expiresWithin(standing('active', '2026-12-22'), 60)).toBe(true);
    expect(expiresWithin(standing('active', '2026-11-21'), 30)).toBe(true);
  });

  it('is nobody whose credential is not active or not known', () => {
    for (const status of ['expired', 'suspended', 'revoked'] as const)
      expect(expiresWithin(standing(status, '2026-12-01'), 90)).toBe(false);
    expect(expiresWithin(null, 90)).toBe(false);
  });

  it('is told beside who could not be matched, never as nought', () => {
    const all = [
      standing('active', '2026-12-01'),
      standing('active', '2027-01-15'),
      standing('expired', '2026-01-01'),
      null,
    ];
    expect(rosterCounts(all)).toEqual({
      people: 4,
      active: 2,
      notActive: 1,
      unmatched: 1,
      within: { 30: 1, 60: 2, 90: 2 },
    });
  });
});

describe('a consent', () => {
  const consent: Consent = {
    id: 'c',
    personId: 'p',
    organizationId: 'o',
    scopes: ['competencies'],
    fromOn: today,
    untilOn: day('2026-12-31'),
    withdrawnAt: null,
  };

  it('holds from its first to its last day', () => {
    expect(holds(consent, day('2026-11-20'))).toBe(false);
    expect(holds(consent, today)).toBe(true);
    expect(holds(consent, day('2026-12-31'))).toBe(true);
    expect(holds(consent, day('2027-01-01'))).toBe(false);
    expect(holds({ ...consent, untilOn: null }, day('2040-01-01'))).toBe(true);
  });

  it('that was withdrawn holds no more, on no day', () => {
    expect(holds({ ...consent, withdrawnAt: knownAt }, today)).toBe(false);
  });
});

describe('a name as the employer writes it', () => {
  it.each([
    ['Rosie Okonkwo', 'Okonkwo'],
    ['Okonkwo, Rosalind', 'Okonkwo'],
    ['Ana María de la Cruz', 'de la Cruz'],
    ['Nguyễn Văn An', 'Nguyễn'],
  ])('%s has %s among its possible surnames', (name, surname) => {
    expect(possibleSurnames(name)).toContain(surname);
  });
});
