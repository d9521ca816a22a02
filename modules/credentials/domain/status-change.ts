import { Temporal } from 'temporal-polyfill';
import { type CredentialEvent, type CredentialEventKind, moveTo } from './credential-event.js';
import { registerState } from './standing.js';

/** The changes a registrar decides on. */
export const CHANGE_KINDS = ['suspended', 'reinstated', 'revoked', 'surrendered'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface StatusChange {
  kind: ChangeKind;
  reason: string;
  effectiveOn: Temporal.PlainDate;
  publicFrom: Temporal.PlainDate;
}

export type ChangeProblem = 'move' | 'reason' | 'too_early' | 'before_last_change' | 'too_far_ahead';

/** Reasons by code, with the words of the letter and the page. Codes are kept in the register, words are not. */
export const reasons: Record<ChangeKind, Readonly<Record<string, string>>> = {
  suspended: {
    concern_looked_into: 'A concern is being looked into',
    requirement_still_needed: 'A requirement of the certification is still needed',
    holder_asked: 'You asked for a pause',
    agency_order: 'A court or state agency ordered it',
  },
  reinstated: {
    concern_closed: 'The concern was looked into and is closed',
    requirement_met: 'The requirement is met',
    holder_asked: 'You asked to end the pause',
    decision_changed: 'The earlier decision was changed',
  },
  revoked: {
    ethics_decision: 'A decision under the code of ethics',
    granted_in_error: 'The requirements were not met when it was granted',
    agency_order: 'A court or state agency ordered it',
  },
  surrendered: { holder_asked: 'You gave it back' },
};

/** A date so far ahead is a slip of the pen. */
const FURTHEST_AHEAD = { years: 1 };

const { compare } = Temporal.PlainDate;

/**
 * Whether a change may be written, given the lines so far.
 * @returns what stands in the way, or null
 */
export function changeProblem(
  events: readonly CredentialEvent[],
  change: StatusChange,
  today: Temporal.PlainDate,
): ChangeProblem | null {
  if (!moveTo(registerState(events).status, change.kind)) return 'move';
  if (!Object.hasOwn(reasons[change.kind], change.reason)) return 'reason';
  const issued = events.find((event) => event.kind === 'issued');
  if (issued && compare(change.effectiveOn, issued.effectiveOn) < 0) return 'too_early';
  // A pause cannot end before it began, nor begin inside an earlier one; what ends a credential may reach further back.
  const earlier: CredentialEventKind | null =
    change.kind === 'reinstated' ? 'suspended' : change.kind === 'suspended' ? 'reinstated' : null;
  const last = events.findLast((event) => event.kind === earlier);
  if (last && compare(change.effectiveOn, last.effectiveOn) < 0) return 'before_last_change';
  const furthest = today.add(FURTHEST_AHEAD);
  if (compare(change.effectiveOn, furthest) > 0 || compare(change.publicFrom, furthest) > 0) return 'too_far_ahead';
  return null;
}
