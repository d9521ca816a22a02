import type { Temporal } from 'temporal-polyfill';

export const EVENT_KINDS = [
  'issued',
  'renewed',
  'suspended',
  'reinstated',
  'revoked',
  'surrendered',
  'superseded',
  'corrected',
] as const;
export type CredentialEventKind = (typeof EVENT_KINDS)[number];

/** What decisions made of a credential. Expiry is not among them: it is computed from dates. */
export const DECIDED_STATUSES = ['active', 'suspended', 'revoked', 'surrendered', 'superseded'] as const;
export type DecidedStatus = (typeof DECIDED_STATUSES)[number];

/** One period of validity; both days are valid days. */
export interface Term {
  /** 1 for the grant, one more with each renewal. */
  number: number;
  startsOn: Temporal.PlainDate;
  expiresOn: Temporal.PlainDate;
}

/** One line of the register. Never changed: a mistake is put right by a later `corrected` line. */
export interface CredentialEvent {
  id: string;
  kind: CredentialEventKind;
  /** The first day on which it counts. */
  effectiveOn: Temporal.PlainDate;
  /** The first day on which the public is told. */
  publicFrom: Temporal.PlainDate;
  /** When the register learned of it; strictly rising within a credential. */
  recordedAt: Temporal.Instant;
  /** The term it grants (issued, renewed) or restates (corrected). */
  term: Term | null;
  /** The stage from this event on, for example `full`; null where it stays. */
  stage: string | null;
  /** The event that a `corrected` line restates. */
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
};

/** The state after a move, or null where the table has no such move. */
export function moveTo(from: DecidedStatus | 'none', kind: CredentialEventKind): DecidedStatus | null {
  return credentialMoves[kind].find(([start]) => start === from)?.[1] ?? null;
}
