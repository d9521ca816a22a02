import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { BankItem, ItemContent, ReadingPurpose } from './domain/item.js';
import type { CandidateRow } from './persistence/item-list.repository.js';
import { BankAccess, type BankRole } from './use-cases/bank-access.js';
import { ReadCutScores, type ClosedStudy, type CutScore } from './use-cases/read-cut-scores.js';
import { SealedItems } from './use-cases/sealed-items.js';
import { ServeExams, type CandidateQuery, type ItemStatistic } from './use-cases/serve-exams.js';

export type { BankItem, Difficulty, ItemContent, ItemState, ReadingPurpose } from './domain/item.js';
export type { ClosedStudy, CutScore } from './use-cases/read-cut-scores.js';
export type { ItemStatistic } from './use-cases/serve-exams.js';

/** What a blueprint draws from. `pretest` is shown and never scored; `enemies` are ids of items, and so are two versions of one. */
export type ItemCandidate = CandidateRow;

/** A question as a candidate sees it: no key, no rationale, no reference. */
export interface BankQuestion {
  versionId: string;
  kind: ItemContent['kind'];
  scenario: string | null;
  stem: string;
  /** In the order in which they were written: shuffle them, since that order is the key of an ordering item. */
  options: { key: string; text: string }[];
}

export interface Reading {
  bodyId: string;
  /** At least one, at most 1,000. */
  versionIds: readonly string[];
  purpose: ReadingPurpose;
  /** What it is for, such as `{ kind: 'exam_sitting', id }`: stands in the log. */
  subject: { kind: string; id: string };
}

/**
 * The bank of a certifying body, for the modules below. It asks nobody's role: whoever calls has decided that this form, this
 * sitting, this page may be made. Words are given out only with a row in the log of readings, in the same transaction.
 */
@Injectable()
export class ItemBank {
  constructor(
    private readonly exams: ServeExams,
    private readonly sealed: SealedItems,
    private readonly cuts: ReadCutScores,
    private readonly access: BankAccess,
  ) {}

  /** What a blueprint may draw from, by item number. Nothing that also stands in a course quiz. */
  candidates(tx: Tx, query: CandidateQuery): Promise<ItemCandidate[]> {
    return this.exams.candidates(tx, query);
  }

  /** Versions from outside, in whatever state, by id; ids of other bodies are left out. */
  versions(
    tx: Tx,
    { bodyId, versionIds }: { bodyId: string; versionIds: readonly string[] },
  ): Promise<Map<string, BankItem>> {
    return this.exams.versions(tx, bodyId, versionIds);
  }

  /** The questions as a candidate sees them, in the order asked. @throws DomainError not_found for an id the body does not have */
  async questions(tx: Tx, reading: Reading): Promise<BankQuestion[]> {
    const contents = await this.sealed.open(tx, reading);
    return reading.versionIds.flatMap((versionId) => {
      const content = contents.get(versionId);
      if (!content) return [];
      const { kind, stem, scenario = null, options } = content;
      return [{ versionId, kind, scenario, stem, options: options.map(({ key, text }) => ({ key, text })) }];
    });
  }

  /** All of it with key and rationale, by version id, for scoring and for those who look after a form. Throws as {@link questions} */
  contents(tx: Tx, reading: Reading): Promise<Map<string, ItemContent>> {
    return this.sealed.open(tx, reading);
  }

  /** These versions were shown once more. Once for each form that a person opens, late in the transaction: it locks counters. */
  recordExposure(tx: Tx, { bodyId, versionIds }: { bodyId: string; versionIds: readonly string[] }): Promise<void> {
    return this.exams.countShown(tx, bodyId, versionIds);
  }

  /** Newer numbers for versions; the ones before are kept. */
  writeStatistics(
    tx: Tx,
    {
      bodyId,
      subject,
      statistics,
    }: {
      bodyId: string;
      /** What they were computed from, such as a form. */
      subject: { kind: string; id: string };
      statistics: readonly ItemStatistic[];
    },
  ): Promise<void> {
    return this.exams.writeStatistics(tx, bodyId, subject, statistics);
  }

  /** Studies that are closed, newest first: their cut scores can be asked for. */
  closedStudies(tx: Tx, bodyId: string): Promise<ClosedStudy[]> {
    return this.cuts.closed(tx, bodyId);
  }

  /**
   * The cut score of a closed study for some of its versions, such as one form: the sum of the means of the judges' estimates.
   * @throws DomainError item_bank.not_in_study when the study did not judge one of them; not_found for one that is not closed
   */
  cutScore(tx: Tx, query: { bodyId: string; studyId: string; versionIds: readonly string[] }): Promise<CutScore> {
    return this.cuts.of(tx, query);
  }

  /** When a person last saw words of this bank at work (not in a sitting): they cannot sit its exam with an open mind. */
  lastSeenBy(tx: Tx, { bodyId, personId }: { bodyId: string; personId: string }): Promise<Temporal.Instant | null> {
    return this.exams.lastSeenBy(tx, bodyId, personId);
  }

  /**
   * The bodies in whose bank the acting person holds one of the roles, for what opens items outside of the bank's own pages.
   * @throws DomainError item_bank.kept_apart where they teach
   */
  bodiesOf(tx: Tx, ...roles: BankRole[]): Promise<string[]> {
    return this.access.bodiesOf(tx, ...roles);
  }

  /**
   * For whoever makes somebody an instructor of trainees: told before it happens.
   * @throws DomainError item_bank.kept_apart for a person who works in a bank, or did within the body's period
   */
  requireMayTeach(tx: Tx, personId: string): Promise<void> {
    return this.access.requireMayTeach(tx, personId);
  }
}
