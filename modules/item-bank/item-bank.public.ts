import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { ItemContent } from '../quizzes/items.public.js';

export type { ItemContent } from '../quizzes/items.public.js';

export type Difficulty = 'easy' | 'medium' | 'hard';
export type ItemState = 'draft' | 'reviewed' | 'pretest' | 'active' | 'retired';

/** Why somebody, or a form, was given the words of an item: it stands in the log of readings. */
export type ReadingPurpose =
  'page' | 'editing' | 'review' | 'comparison' | 'judging' | 'form' | 'sitting' | 'scoring' | 'statistics' | 'appeal';

/** A version of an item from outside: nothing of what it asks. */
export interface BankItem {
  versionId: string;
  itemId: string;
  /** Counted from 1 within the body; with the version's number it is called "42.3". */
  itemNumber: number;
  versionNumber: number;
  kind: ItemContent['kind'];
  examDomain: string;
  competency: string;
  difficulty: Difficulty;
  state: ItemState;
}

/** What a blueprint draws from. */
export interface ItemCandidate extends BankItem {
  /** `pretest` is shown and never scored. */
  state: 'pretest' | 'active';
  /** Ids of the items (not versions) that may never stand in one form with it; two versions of one item neither. */
  enemies: string[];
  timesShown: number;
}

/** A question as a candidate sees it: no key, no rationale, no reference. */
export interface BankQuestion {
  versionId: string;
  kind: ItemContent['kind'];
  scenario: string | null;
  stem: string;
  options: { key: string; text: string }[];
}

export interface Reading {
  bodyId: string;
  /** At least one. */
  versionIds: readonly string[];
  purpose: ReadingPurpose;
  /** What it is for, such as `{ kind: 'exam_sitting', id }`: stands in the log. */
  subject: { kind: string; id: string };
}

export interface ItemStatistic {
  versionId: string;
  /** How many scored answers it rests on. Numbers that rest on fewer than 30 are kept and not shown. */
  responses: number;
  /** Share of right answers, 0 to 1. */
  p: number;
  /** Corrected (item–rest) point-biserial correlation, -1 to 1; null where it cannot be told, as when all answered alike. */
  pointBiserial: number | null;
}

/** A cut score in items, exact: `numerator / denominator`. The form's raw cut is the least whole score that is not below it. */
export interface CutScore {
  studyId: string;
  numerator: number;
  denominator: number;
  judges: number;
  /** Standard error across the judges, in items; null with one judge. */
  standardError: number | null;
}

export interface ClosedStudy {
  id: string;
  title: string;
  closedAt: Temporal.Instant;
  judges: number;
  versionIds: string[];
}

/**
 * The bank of a certifying body, for the modules below. It asks nobody's role: whoever calls has decided that this form, this
 * sitting, this page may be made. Words are given out only with a row in the log of readings, in the same transaction.
 */
export abstract class ItemBank {
  /** What a blueprint may draw from, in a stable order (by item number). Nothing that also stands in a course quiz. */
  abstract candidates(
    tx: Tx,
    query: { bodyId: string; states?: readonly ('pretest' | 'active')[]; examDomains?: readonly string[] },
  ): Promise<ItemCandidate[]>;

  /** Versions from outside, in whatever state, by id; ids of other bodies are left out. */
  abstract versions(tx: Tx, query: { bodyId: string; versionIds: readonly string[] }): Promise<Map<string, BankItem>>;

  /** The questions as a candidate sees them, in the order asked. @throws DomainError not_found for an id the body does not have */
  abstract questions(tx: Tx, reading: Reading): Promise<BankQuestion[]>;

  /** All of it with key and rationale, by version id, for scoring and for those who look after a form. Throws as {@link questions} */
  abstract contents(tx: Tx, reading: Reading): Promise<Map<string, ItemContent>>;

  /** These versions were shown once more. Call it once for each form that a person opens, late in the transaction: it locks counters. */
  abstract recordExposure(tx: Tx, shown: { bodyId: string; versionIds: readonly string[] }): Promise<void>;

  /** Newer numbers for versions; the ones before are kept. */
  abstract writeStatistics(
    tx: Tx,
    analysis: { bodyId: string; subject: { kind: string; id: string }; statistics: readonly ItemStatistic[] },
  ): Promise<void>;

  /** Studies that are closed, newest first: their cut scores can be asked for. */
  abstract closedStudies(tx: Tx, bodyId: string): Promise<ClosedStudy[]>;

  /**
   * The cut score of a closed study for some of its versions, such as one form: the sum of the means of the judges' estimates.
   * @throws DomainError item_bank.not_in_study when the study did not judge one of them; not_found
   */
  abstract cutScore(
    tx: Tx,
    query: { bodyId: string; studyId: string; versionIds: readonly string[] },
  ): Promise<CutScore>;

  /** When a person last saw words of this bank at work (not in a sitting): they cannot sit its exam with an open mind. */
  abstract lastSeenBy(tx: Tx, query: { bodyId: string; personId: string }): Promise<Temporal.Instant | null>;

  /**
   * For whoever makes somebody an instructor of trainees: told before it happens.
   * @throws DomainError item_bank.kept_apart for a person who holds a role in a bank, or held one within the body's period
   */
  abstract requireMayTeach(tx: Tx, personId: string): Promise<void>;
}
