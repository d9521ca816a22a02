import type { Temporal } from 'temporal-polyfill';

/** What a fact is about. Each kind's conventions for `code`, `topics`, `minutes` and `value` are in docs/facts.md. */
export const FACT_KINDS = [
  'training',
  'practice',
  'supervision',
  'exam',
  'document',
  'signature',
  'attestation',
  'declaration',
  'background_check',
  'continuing_education',
  'credential_event',
  'waiver',
  'retraction',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** How the one who vouches knows it. `self` is the person's own word: attestations, declarations, signatures. */
export const VOUCHING_METHODS = [
  'self',
  'course',
  'reviewer',
  'supervisor-signature',
  'exam-centre',
  'registrar',
  'system',
] as const;
export type VouchingMethod = (typeof VOUCHING_METHODS)[number];

/** Who stands for the fact. A supervisor without an account has a name and no person. */
export interface Voucher {
  readonly method: VouchingMethod;
  readonly personId?: string;
  readonly name?: string;
  readonly organizationId?: string;
}

/** A part of a fact's time, in whole minutes, under one topic (a scheme's domain or continuing-education topic). */
export interface TopicMinutes {
  readonly topic: string;
  readonly minutes: number;
}

export type FactValue = string | number | boolean | null | readonly FactValue[] | { readonly [key: string]: FactValue };
export type FactValues = Readonly<Record<string, FactValue>>;

/** The row of another module that a fact was written for. One source row gives at most one fact of each kind and code. */
export interface FactSource {
  readonly module: string;
  readonly id: string;
}

/**
 * One immutable thing that can satisfy a clause of a scheme: whose, what, how much, when it happened, when we learned
 * of it, who vouched. Nothing about a fact ever changes: a correction is a new fact that names it in `corrects`.
 */
export interface Fact {
  readonly id: string;
  readonly personId: string;
  /** The certifying body that accepted it; null when it counts wherever a scheme asks for it. */
  readonly bodyId: string | null;
  readonly kind: FactKind;
  readonly code: string | null;
  /** Disjoint parts of `minutes`: a minute stands under one topic only, so no clause can count it twice. */
  readonly topics: readonly TopicMinutes[];
  readonly minutes: number | null;
  readonly value: FactValues;
  /** The calendar day it happened, in the body's zone. */
  readonly occurredOn: Temporal.PlainDate;
  /** The instant it was recorded here; with `occurredOn` the second of the two time axes. */
  readonly recordedAt: Temporal.Instant;
  readonly vouchedBy: Voucher | null;
  /** The fact this one takes the place of. A `retraction` takes it away and puts nothing there. */
  readonly corrects: string | null;
  readonly source: FactSource;
}

/** What a module hands over to be recorded: id and time of recording are given by the ledger. */
export interface NewFact {
  readonly personId: string;
  readonly bodyId?: string | null;
  readonly kind: FactKind;
  readonly code?: string | null;
  readonly topics?: readonly TopicMinutes[];
  /** Left out: the sum of the topics, or none when there are no topics. */
  readonly minutes?: number | null;
  readonly value?: FactValues;
  readonly occurredOn: Temporal.PlainDate;
  readonly vouchedBy?: Voucher | null;
  readonly corrects?: string | null;
  readonly source: FactSource;
}
