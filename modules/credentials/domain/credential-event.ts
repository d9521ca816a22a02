import type { Temporal } from 'temporal-polyfill';
import type { PublicTier } from './lapse.js';
import { DECIDED_STATUSES, type DecidedStatus } from './status.js';

export const EVENT_KINDS = [
  'issued',
  'renewed',
  'advanced',
  'extended',
  'reprimanded',
  'suspended',
  'reinstated',
  'revoked',
  'surrendered',
  'superseded',
  'corrected',
  'reversed',
] as const;
export type CredentialEventKind = (typeof EVENT_KINDS)[number];

/** One period of validity; both days are valid days. */
export interface Term {
  /** 1 for the grant, one more with each renewal, extension or new stage. */
  number: number;
  startsOn: Temporal.PlainDate;
  expiresOn: Temporal.PlainDate;
}

/** What a term is counted from: it ends `anchor + n × period`, by the scheme. */
export interface TermAnchor {
  on: Temporal.PlainDate;
  /** 1 for the first term from the anchor; an extension keeps the number of the term it extends. */
  n: number;
}

/**
 * One line of the register. Never changed: a mistake is put right by a later `corrected` line, a decision that did not
 * stand by a later `reversed` one.
 */
export interface CredentialEvent {
  id: string;
  kind: CredentialEventKind;
  /** The first day on which it counts. */
  effectiveOn: Temporal.PlainDate;
  /** The first day on which the public is told. */
  publicFrom: Temporal.PlainDate;
  /** When the register learned of it; strictly rising within a credential. */
  recordedAt: Temporal.Instant;
  /** The term it grants (issued, renewed, advanced, extended) or restates (corrected). */
  term: Term | null;
  /** Of its term. */
  anchor: TermAnchor | null;
  /** The rules that hold from this line on (issued, advanced); null where they stay. */
  schemeVersionId: string | null;
  /** The stage from this event on, for example `full`; null where it stays. */
  stage: string | null;
  /** The scopes from this event on, by their codes; null where they stay. */
  endorsements: readonly string[] | null;
  /** What is told of its term once that has ended, tier by tier; absent where it is simply called expired. */
  lapse?: readonly PublicTier[] | null;
  /** Last day on which a reprimand is told beside the standing; null where it stays. */
  noteUntil: Temporal.PlainDate | null;
  /** The event that a `corrected` line restates, or that a `reversed` one takes back. */
  amends: string | null;
}

/**
 * Every move a credential may make, and there is no other. `none` is the state before the grant. The same table is in the
 * database (`credential_move`), where a foreign key refuses what is not in it.
 */
export const credentialMoves: Record<
  CredentialEventKind,
  readonly (readonly [DecidedStatus | 'none', DecidedStatus])[]
> = {
  issued: [['none', 'active']],
  // A suspended holder may keep the term alive: renewing says nothing about what the suspension is for.
  renewed: [
    ['active', 'active'],
    ['suspended', 'suspended'],
  ],
  // The next stage is a grant of its own; nobody who is suspended is granted anything.
  advanced: [['active', 'active']],
  extended: [
    ['active', 'active'],
    ['suspended', 'suspended'],
  ],
  // A public note: it does not end the standing.
  reprimanded: [
    ['active', 'active'],
    ['suspended', 'suspended'],
  ],
  suspended: [['active', 'suspended']],
  reinstated: [['suspended', 'active']],
  revoked: [
    ['active', 'revoked'],
    ['suspended', 'revoked'],
  ],
  surrendered: [
    ['active', 'surrendered'],
    ['suspended', 'surrendered'],
  ],
  // By a new grant of the same scheme to the same person, after the old terms ended.
  superseded: [['active', 'superseded']],
  corrected: DECIDED_STATUSES.map((status) => [status, status] as const),
  // Back to what it would be without the line taken back: what follows from the lines that stay (`statusWithout`).
  reversed: [
    ['suspended', 'active'],
    ['revoked', 'active'],
    ['revoked', 'suspended'],
    ...DECIDED_STATUSES.map((status) => [status, status] as const),
  ],
};

/** The lines that a later decision can take back. */
export const REVERSIBLE = ['suspended', 'revoked', 'reprimanded'] as const satisfies readonly CredentialEventKind[];

/** Where a move leads, or null where the table has no such move. Where a reversal leads depends on the lines that stay. */
export function moveTo(
  from: DecidedStatus | 'none',
  kind: Exclude<CredentialEventKind, 'reversed'>,
): DecidedStatus | null {
  return credentialMoves[kind].find(([start]) => start === from)?.[1] ?? null;
}
