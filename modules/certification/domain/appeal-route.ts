import type { Temporal } from 'temporal-polyfill';
import { limitEnd, type WorkCalendar } from '../../../src/kernel/time-limit.js';
import type { SchemeDefinition } from '../../schemes/schemes.public.js';

/** Where a scheme says nothing of appeals: of these decisions, within this time. */
const USUAL = {
  allowedFor: ['denial', 'renewal_denial', 'reprimand', 'suspension', 'revocation'],
  fileWithin: 'P30D',
};

/**
 * The last day on which a decision may be appealed (`discipline.appeal`: 30 days where the scheme names no other time).
 * @param kind as the scheme names it: `denial`, `suspension`, `revocation`, …
 * @returns null where the scheme allows no appeal of such a decision
 */
export function appealUntil(
  { discipline }: Pick<SchemeDefinition, 'discipline'>,
  kind: string,
  decidedAt: Temporal.Instant,
  calendar: WorkCalendar,
): Temporal.PlainDate | null {
  const allowed: readonly string[] = discipline.appeal?.allowed_for ?? USUAL.allowedFor;
  if (!allowed.includes(kind)) return null;
  return limitEnd(decidedAt, discipline.appeal?.file_within ?? USUAL.fileWithin, [], calendar).lastDay;
}
