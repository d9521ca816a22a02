import { Temporal } from 'temporal-polyfill';
import type { LapseTier } from '../../schemes/schemes.public.js';
import { isRenewable, renewalWindow } from './renewal-window.js';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const nextStage = null;
const opensOn = day('2028-09-02');
const tier = (action: LapseTier['action']): LapseTier => {
  return { action, publicStatus: 'expired', fee: 75, startsOn: day('2028-12-02'), endsOn: day('2029-06-01') };
};

describe('the window of a renewal', () => {
  it('is closed the day before it opens and open on its first day', () => {
    const before = renewalWindow(day('2028-09-01'), { ended: false, opensOn, tier: null, nextStage });
    expect(before).toEqual({ state: 'too_early', opensOn });
    expect(isRenewable(before)).toBe(false);
    expect(renewalWindow(opensOn, { ended: false, opensOn, tier: null, nextStage }).state).toBe('open');
  });

  it('after the last valid day is what the tier of the scheme says', () => {
    const late = renewalWindow(day('2028-12-02'), { ended: false, opensOn, tier: tier('renew_late'), nextStage });
    expect(late.state).toBe('late');
    expect(isRenewable(late)).toBe(true);
    const after = (action: LapseTier['action']) =>
      renewalWindow(day('2029-06-02'), { ended: false, opensOn, tier: tier(action), nextStage });
    expect([after('reinstate').state, isRenewable(after('reinstate'))]).toEqual(['reinstate', true]);
    expect([after('reapply').state, isRenewable(after('reapply'))]).toEqual(['over', false]);
  });

  it('of a stage that another follows is never open, until a new application is asked for', () => {
    const initial = { ended: false, opensOn, nextStage: 'full' } as const;
    for (const late of [null, tier('renew_late'), tier('reinstate')]) {
      const window = renewalWindow(day('2028-12-02'), { ...initial, tier: late });
      expect([window.state, isRenewable(window)]).toEqual(['next_stage', false]);
    }
    expect(renewalWindow(day('2029-06-02'), { ...initial, tier: tier('reapply') }).state).toBe('over');
  });

  it('is closed for what a decision ended', () => {
    expect(renewalWindow(opensOn, { ended: true, opensOn, tier: null, nextStage }).state).toBe('ended');
  });
});
