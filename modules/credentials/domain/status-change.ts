import { Temporal } from 'temporal-polyfill';
import { type CredentialEvent, type CredentialEventKind, moveTo } from './credential-event.js';
import { registerState } from './register-state.js';

/** The changes a registrar decides on. */
export const CHANGE_KINDS = ['reprimanded', 'suspended', 'reinstated', 'revoked', 'surrendered'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface StatusChange {
  kind: ChangeKind;
  reason: string;
  effectiveOn: Temporal.PlainDate;
  publicFrom: Temporal.PlainDate;
  /** It counts before the notice that the scheme gives is over: only with the reason in words, which the holder is told. */
  emergency?: boolean;
  /** The holder had notice and time to answer already, as a complaint gives them, so that the scheme's notice is not given twice. */
  noticeGiven?: boolean;
  /** Of a reprimand: the last day on which the public is told; null or absent where it stays. */
  noteUntil?: Temporal.PlainDate | null;
}

export type ChangeProblem =
  | 'move'
  | 'reason'
  | 'too_early'
  | 'before_last_change'
  | 'too_far_ahead'
  | 'too_soon'
  | 'emergency_words'
  | 'note_until';

/** What a change is held against. */
export interface ChangeFrame {
  /** In the body's zone. */
  today: Temporal.PlainDate;
  /** The first day on which a decision against the holder may count, by the scheme's notice; null where it has none. */
  noticeEndsOn: Temporal.PlainDate | null;
  /** Whether the body says in its own words why. */
  isExplained: boolean;
}

/** Reasons by code, with the words of the letter and the page. Codes are kept in the register, words are not. */
export const reasons: Record<ChangeKind, Readonly<Record<string, string>>> = {
  reprimanded: {
    ethics_decision: 'A decision under the code of ethics',
    agency_order: 'A court or state agency ordered it',
  },
  suspended: {
    concern_looked_into: 'A concern is being looked into',
    ethics_decision: 'A decision under the code of ethics',
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

/** Why a decision is taken back. */
export const reversalReasons: Readonly<Record<string, string>> = {
  appeal_upheld: 'The appeal was decided for you',
  decided_in_error: 'The decision rested on an error',
  agency_order: 'A court or state agency ordered it',
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
  { today, noticeEndsOn, isExplained }: ChangeFrame,
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
  const { noteUntil = null } = change;
  if (noteUntil && (change.kind !== 'reprimanded' || compare(noteUntil, change.effectiveOn) < 0)) return 'note_until';
  if (change.noticeGiven) return null;
  if (change.emergency) return isExplained ? null : 'emergency_words';
  return noticeEndsOn && isAgainstHolder(change) && compare(change.effectiveOn, noticeEndsOn) < 0 ? 'too_soon' : null;
}

/** Whether the holder is to have notice of it: not of what they asked for, nor of what is lifted. */
function isAgainstHolder({ kind, reason }: StatusChange): boolean {
  return (kind === 'suspended' && reason !== 'holder_asked') || kind === 'revoked' || kind === 'reprimanded';
}
