import { Temporal } from 'temporal-polyfill';
import type { LapseTier } from '../../schemes/schemes.public.js';
import { isRenewable, renewalWindow } from './renewal-window.js';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const opensOn = day('2028-09-02');
const tier = (action: LapseTier['action']): LapseTier => {
  return { action, publicStatus: 'expired', fee: 75, startsOn: day('2028-12-02'), endsOn: day('2029-06-01') };
};

describe('the window of a renewal', () => {
  it('is closed the day before it opens and open on its first day', () => {
    const before = renewalWindow(day('2028-09-01'), { status: 'active', opensOn, tier: null });
    expect(before).toEqual({ state: 'too_early', opensOn });
    expect(isRenewable(before)).toBe(false);
    expect(renewalWindow(opensOn, { status: 'active', opensOn, tier: null }).state).toBe('open');
  });

  it('after the last valid day is what the tier of the scheme says', () => {
    const late = renewalWindow(day('2028-12-02'), { status: 'expired', opensOn, tier: tier('renew_late') });
    expect(late.state).toBe('late');
    expect(isRenewable(late)).toBe(true);
    for (const action of ['reapply', 'reinstate'] as const) {
      const over = renewalWindow(day('2029-06-02'), { status: 'expired', opensOn, tier: tier(action) });
      expect(over.state).toBe('over');
      expect(isRenewable(over)).toBe(false);
    }
  });

  it('is open for a suspended holder and closed for what a decision ended', () => {
    expect(renewalWindow(opensOn, { status: 'suspended', opensOn, tier: null }).state).toBe('open');
    for (const status of ['revoked', 'surrendered', 'superseded'] as const) {
      expect(renewalWindow(opensOn, { status, opensOn, tier: null }).state).toBe('ended');
    }
  });
});
