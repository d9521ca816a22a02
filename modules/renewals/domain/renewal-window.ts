import { Temporal } from 'temporal-polyfill';
import type { Status } from '../../credentials/credentials.public.js';
import type { LapseTier } from '../../schemes/schemes.public.js';

/**
 * What a holder may do about a term on a day:
 * `ended` by a decision, nothing · `too_early`, wait · `open`, renew · `late`, renew at the terms of a tier ·
 * `over`, the scheme asks for another way (reinstatement or a new application).
 */
export type RenewalWindow =
  | { readonly state: 'ended' }
  | { readonly state: 'too_early'; readonly opensOn: Temporal.PlainDate }
  | { readonly state: 'open'; readonly opensOn: Temporal.PlainDate }
  | { readonly state: 'late'; readonly opensOn: Temporal.PlainDate; readonly tier: LapseTier }
  | { readonly state: 'over'; readonly opensOn: Temporal.PlainDate; readonly tier: LapseTier };

const ENDED: readonly Status[] = ['revoked', 'surrendered', 'superseded'];

/**
 * @param opensOn first day of the window, by the scheme
 * @param tier the scheme's answer to lateness on that day; null in time and in its period of grace
 */
export function renewalWindow(
  today: Temporal.PlainDate,
  { status, opensOn, tier }: { status: Status; opensOn: Temporal.PlainDate; tier: LapseTier | null },
): RenewalWindow {
  if (ENDED.includes(status)) return { state: 'ended' };
  if (tier) return { state: tier.action === 'renew_late' ? 'late' : 'over', opensOn, tier };
  return { state: Temporal.PlainDate.compare(today, opensOn) < 0 ? 'too_early' : 'open', opensOn };
}

export type RenewableWindow = Extract<RenewalWindow, { state: 'open' | 'late' }>;

export function isRenewable(window: RenewalWindow): window is RenewableWindow {
  return window.state === 'open' || window.state === 'late';
}
