import type { SchemeDefinition } from '../scheme-definition.js';

/**
 * Whether a renewal is confirmed only once its fees are paid, waived or taken back. Boards count an unpaid renewal as not yet
 * complete, so that is what holds where a scheme says nothing.
 */
export function confirmsAfterFees({ renewal }: Pick<SchemeDefinition, 'renewal'>): boolean {
  return renewal.fee_before_confirmation ?? true;
}

/** Whether a renewal can cost something: a fee of its own, or one that a tier of lateness adds; one not yet published may. */
export function costsSomething({ fees, lapse }: Pick<SchemeDefinition, 'fees' | 'lapse'>): boolean {
  return [fees['renewal'] ?? ('renewal' in fees ? null : 0), ...lapse.tiers.map(({ fee = 0 }) => fee)].some(
    (fee) => fee !== 0,
  );
}
