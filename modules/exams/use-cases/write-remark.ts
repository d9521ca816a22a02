import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { dateIn, isAfter } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { challengeUntil, MOST_COMMENTS, type RemarkKind } from '../domain/rescoring/remarks.js';
import type { Exam } from '../persistence/exam.repository.js';
import type { Remark } from '../persistence/remark.repository.js';
import type { Sitting } from '../persistence/sitting.repository.js';
import { enoughComments, noPassLookedAt, noSuchPlace, remarkTooLate } from '../rescoring.errors.js';
import { RescoringRows, SatRows } from './rescoring-rows.js';
import { RescoringTrail } from './rescoring-trail.js';
import { Vault } from './vault.js';

/** What is sealed of a remark. */
export interface SealedRemark {
  words: string;
}

/** An own sitting that is over, and what can still be said of it. */
export interface OverSitting {
  sitting: Sitting & { closedAt: Temporal.Instant };
  exam: Exam;
  /** The last day for challenges and comments, in the body's zone. */
  until: Temporal.PlainDate;
  isOpen: boolean;
}

/** Finds a person's own sitting that is over. */
@Injectable()
export class FindOverSitting {
  constructor(
    private readonly rows: SatRows,
    private readonly organizations: Organizations,
  ) {}

  /** @throws DomainError not_found for another person's, one that goes on, and one that does not count */
  async own(tx: Tx, sittingId: string): Promise<OverSitting> {
    const sitting = await this.rows.sittings.findOwn(tx, personIdOf(tx.actor), sittingId);
    const exam = sitting && (await this.rows.exams.find(tx, sitting.examId));
    const { closedAt = null, state } = sitting ?? {};
    if (!sitting || !exam || !closedAt || (state !== 'submitted' && state !== 'time_up'))
      throw notFound('this sitting');
    const { timeZone } = await this.organizations.get(tx, exam.bodyId);
    const until = challengeUntil(closedAt, { timeZone, challengeDays: exam.challengeDays });
    return { sitting: { ...sitting, closedAt }, exam, until, isOpen: !isAfter(dateIn(timeZone, tx.now), until) };
  }

  /** The lines of its form by place. */
  async versionAt(tx: Tx, { sitting }: OverSitting, place: number): Promise<string> {
    const lines = await this.rows.forms.itemsOf(tx, sitting.formId);
    const line = lines.find((one) => one.place === place);
    if (!line) throw noSuchPlace(lines.length);
    return line.versionId;
  }
}

/** Somebody who sat challenges a question by its number, or says something of the exam, in their own words; they are sealed at once. */
@Injectable()
export class WriteRemark {
  constructor(
    private readonly find: FindOverSitting,
    private readonly rows: RescoringRows,
    private readonly vault: Vault,
    private readonly trail: RescoringTrail,
  ) {}

  /** @throws DomainError not_found; exams.no_such_place, .challenged_already, .remark_too_late */
  async challenge(tx: Tx, sittingId: string, { place, words }: { place: number; words: string }) {
    const over = await this.find.own(tx, sittingId);
    if (!over.isOpen) throw remarkTooLate();
    const versionId = await this.find.versionAt(tx, over, place);
    return this.write(tx, over, { kind: 'challenge', place, versionId, words });
  }

  /** @throws DomainError not_found; exams.enough_comments, .remark_too_late */
  async comment(tx: Tx, sittingId: string, words: string) {
    const over = await this.find.own(tx, sittingId);
    if (!over.isOpen) throw remarkTooLate();
    await this.requireRoom(tx, sittingId, 'comment');
    return this.write(tx, over, { kind: 'comment', place: null, versionId: null, words });
  }

  /** While a decision about their pass is open. @throws DomainError not_found; exams.no_pass_looked_at, .enough_comments */
  async answer(tx: Tx, sittingId: string, words: string) {
    const over = await this.find.own(tx, sittingId);
    if (!(await this.rows.passes.openOf(tx, sittingId))) throw noPassLookedAt();
    await this.requireRoom(tx, sittingId, 'answer');
    return this.write(tx, over, { kind: 'answer', place: null, versionId: null, words });
  }

  private async requireRoom(tx: Tx, sittingId: string, kind: RemarkKind): Promise<void> {
    const there = await this.rows.remarks.ofSitting(tx, sittingId);
    if (there.filter((one) => one.kind === kind).length >= MOST_COMMENTS) throw enoughComments(MOST_COMMENTS);
  }

  private async write(
    tx: Tx,
    { sitting: { id: sittingId, bodyId, personId } }: OverSitting,
    { words, ...given }: Pick<Remark, 'kind' | 'place' | 'versionId'> & SealedRemark,
  ): Promise<{ remarkId: string }> {
    const id = this.trail.newId();
    const secretId = await this.vault.seal(tx, bodyId, { words: words.trim() } satisfies SealedRemark);
    await this.rows.remarks.add(tx, { id, bodyId, personId, sittingId, secretId, ...given });
    await this.trail.note(
      tx,
      `${given.kind}.written`,
      { kind: 'exam_remark', id, bodyId, personId },
      { sitting: sittingId },
    );
    return { remarkId: id };
  }
}
