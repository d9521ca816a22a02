import { Temporal } from 'temporal-polyfill';
import { sampleScheme } from '../../../../test/scenarios/support/sample-scheme.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { lapseTier, publicLapse, renewalOpensOn } from './lateness.js';

const date = (text: string) => Temporal.PlainDate.from(text);
const scheme = sampleScheme();
const expiresOn = date('2028-03-01');

/** Tiers and grace of Texas: its rule does not say what the register calls the credential meanwhile. */
const texas: SchemeDefinition = {
  ...scheme,
  lapse: {
    grace: 'P6M',
    tiers: [
      { from: 'P0D', to: 'P6M', public_status: null, action: 'renew_late', fee: 0 },
      { from: 'P6M', to: 'P12M', public_status: null, action: 'renew_late', fee: 50 },
      { from: 'P12M', to: null, public_status: null, action: 'reinstate', fee: 150 },
    ],
  },
};

describe('the window of a renewal', () => {
  it('opens ninety days before the last day', () => {
    expect(renewalOpensOn(scheme, expiresOn).toString()).toBe('2027-12-02');
  });

  it('is the whole last cycle where the scheme names none', () => {
    const open = { ...scheme, renewal: { ...scheme.renewal, opens_before_expiry: null } };
    expect(renewalOpensOn(open, expiresOn).toString()).toBe('2026-03-01');
  });
});

describe('lateness', () => {
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
    for (const day of ['2028-09-02', '2060-01-01'])
      expect(tierOn(day)).toMatchObject({ action: 'reapply', fee: null, endsOn: null });
  });

  it('does not begin within a grace period, and then goes on with the tier of that day', () => {
    const on = (day: string) => lapseTier(texas, expiresOn, date(day));
    expect(on('2028-09-01')).toBeNull();
    expect(on('2028-09-02')).toMatchObject({ action: 'renew_late', fee: 50 });
    expect(on('2029-03-01')).toMatchObject({ action: 'renew_late', fee: 50 });
    expect(on('2029-03-02')).toMatchObject({ action: 'reinstate', fee: 150, endsOn: null });
  });

  it('counts the months of a tier from the anchor, not from a last day that February had to clamp', () => {
    const [first] = scheme.credential.stages;
    const halfYear = { ...scheme, credential: { stages: [{ ...first, validity: 'P6M' }] } } as SchemeDefinition;
    const place = { anchorOn: date('2026-08-31'), n: 1 };
    const last = date('2027-02-28');
    expect(String(lapseTier(halfYear, last, date('2027-08-31'), place)?.action)).toBe('renew_late');
    expect(String(lapseTier(halfYear, last, date('2027-09-01'), place)?.action)).toBe('reapply');
    expect(String(lapseTier(halfYear, last, date('2027-08-31'))?.action)).toBe('reapply');
  });

  it('counts from the day itself where a correction moved it away from the anchor', () => {
    const place = { anchorOn: date('2026-08-31'), n: 1 };
    expect(String(lapseTier(scheme, expiresOn, date('2028-09-01'), place)?.endsOn)).toBe('2028-09-01');
  });
});

describe('what the public is told after the last valid day', () => {
  it('is what the tier says, and nothing where the board does not say', () => {
    expect(publicLapse(scheme, expiresOn, date('2028-03-02'))).toBe('expired');
    expect(publicLapse(texas, expiresOn, date('2028-03-02'))).toBeNull();
    expect(publicLapse(texas, expiresOn, date('2029-06-02'))).toBeNull();
  });
});
