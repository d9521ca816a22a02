import { Temporal } from 'temporal-polyfill';
import type { LapseTier } from '../../schemes/schemes.public.js';

/**
 * What a holder may do about a term on a day:
 * `ended` by a decision, nothing · `next_stage`, the stage is not renewed, another follows it · `too_early`, wait · `open`,
 * renew · `late`, renew at the terms of a tier · `reinstate`, ask for it, and a registrar decides · `over`, apply anew.
 */
export type RenewalWindow =
  | { readonly state: 'ended' }
  | { readonly state: 'next_stage'; readonly stage: string }
  | { readonly state: 'too_early' | 'open'; readonly opensOn: Temporal.PlainDate }
  | { readonly state: 'late' | 'reinstate' | 'over'; readonly opensOn: Temporal.PlainDate; readonly tier: LapseTier };

const LATE = { renew_late: 'late', reinstate: 'reinstate', reapply: 'over' } as const;

interface Asked {
  /** Whether a decision ended the credential. */
  ended: boolean;
  /** First day of the window, by the scheme. */
  opensOn: Temporal.PlainDate;
  /** The scheme's answer to lateness on that day; null in time and in its period of grace. */
  tier: LapseTier | null;
  /** The stage that follows the one the credential is in; null in the last one. */
  nextStage: string | null;
}

/** @param today in the body's zone */
export function renewalWindow(today: Temporal.PlainDate, { ended, opensOn, tier, nextStage }: Asked): RenewalWindow {
  if (ended) return { state: 'ended' };
  if (tier?.action !== 'reapply' && nextStage !== null) return { state: 'next_stage', stage: nextStage };
  if (tier) return { state: LATE[tier.action], opensOn, tier };
  return { state: Temporal.PlainDate.compare(today, opensOn) < 0 ? 'too_early' : 'open', opensOn };
}

/** Whether a renewal may be sent. */
export function isRenewable(window: RenewalWindow): window is RenewalWindow & { state: 'open' | 'late' | 'reinstate' } {
  return window.state === 'open' || window.state === 'late' || window.state === 'reinstate';
}
