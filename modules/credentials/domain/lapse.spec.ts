import { Temporal } from 'temporal-polyfill';
import { lapsed } from './lapse.js';

const date = (iso: string) => Temporal.PlainDate.from(iso);

describe('what a term is called after its last valid day', () => {
  it('changes on the day after a tier, and counts from the first of the tiers that say the same', () => {
    const tiers = [
      { to: 'P3M', public_status: null },
      { to: 'P6M', public_status: null },
      { to: null, public_status: 'expired' as const },
    ];
    const on = (day: string) => {
      const { status, since } = lapsed(tiers, date('2028-02-29'), date(day));
      return [status, since.toString()];
    };
    expect(on('2028-03-01')).toEqual(['not_active', '2028-03-01']);
    expect(on('2028-08-29')).toEqual(['not_active', '2028-03-01']);
    expect(on('2028-08-30')).toEqual(['expired', '2028-08-30']);
  });

  it('is expired where the rules do not say otherwise', () => {
    expect(lapsed(null, date('2028-02-29'), date('2030-01-01')).status).toBe('expired');
  });
});
