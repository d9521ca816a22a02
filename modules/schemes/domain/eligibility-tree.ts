import type { Temporal } from 'temporal-polyfill';
import type { FactKind, FactSource } from '../../evidence/evidence.public.js';

/** What is said to a person, before it is put into words: a key of the wording file and its values. */
export interface Message {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A fact as a clause saw it. `minutes` is the part of the fact that this clause speaks of. */
export interface EvidenceRef {
  readonly factId: string;
  readonly kind: FactKind;
  readonly code: string | null;
  readonly occurredOn: Temporal.PlainDate;
  readonly minutes: number | null;
  readonly source: FactSource;
}

export interface NotCounted<Words = string> {
  readonly ref: EvidenceRef;
  readonly reason: Words;
}

export type ClauseState = 'met' | 'still_needed' | 'waived';

/** The outcome of one rule. `Words` is `Message` as evaluated and `string` once put into words. */
export interface Clause<Words = string> {
  /** Stable within the scheme, dotted from the whole to the part: `training`, `training.advocacy`. */
  readonly id: string;
  readonly title: Words;
  readonly state: ClauseState;
  /** Absent for clauses that do not count anything. A part may ask for nothing (`need: 0`) and still be shown. */
  readonly have?: number;
  readonly need?: number;
  readonly unit?: 'minutes' | 'items' | 'score' | 'percent';
  readonly counted: readonly EvidenceRef[];
  readonly notCounted: readonly NotCounted<Words>[];
  /** What would meet the clause; empty when it is met. */
  readonly reasons: readonly Words[];
  /**
   * Met: the day it became so. Still needed: the first day from which no rule stands in the way of meeting it.
   * Null: the rules leave no way. Absent: met on any day, because nothing is asked.
   */
  readonly earliestOn?: Temporal.PlainDate | null;
  /** Set where the clause is answered by sitting the exam, so that it cannot stand in the way of being admitted to it. */
  readonly due?: 'at_exam';
  readonly children: readonly Clause<Words>[];
  /** Where the children are ways of which so many are enough; absent where all of them are asked. */
  readonly choose?: number;
}

/** One person's evidence held against one scheme version on one date; every outcome with its reasons. */
export interface EligibilityTree<Words = string> {
  /** True exactly when every clause is met or waived. */
  readonly met: boolean;
  readonly onDate: Temporal.PlainDate;
  readonly schemeVersionId: string;
  /** The earliest date on which the whole is met or can be; null when the rules leave no way. */
  readonly earliestOn: Temporal.PlainDate | null;
  readonly clauses: readonly Clause<Words>[];
}
