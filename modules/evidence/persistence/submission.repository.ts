import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { SubmissionKind } from '../domain/submission.js';
import { SubmissionEntity, SubmissionReviewEntity } from './submission.entity.js';

export interface WaitingQuestion {
  bodyIds: readonly string[];
  kind?: SubmissionKind | undefined;
  /** Only what was sent by then. */
  sentBy?: Temporal.Instant | undefined;
  /** Where the page before ended. */
  after?: { submittedAt: string; id: string } | undefined;
  limit: number;
}

@Injectable()
export class SubmissionRepository {
  async insert(tx: Tx, submission: SubmissionEntity): Promise<void> {
    await tx.manager.insert(SubmissionEntity, submission);
  }

  async save(tx: Tx, { id, ...changes }: SubmissionEntity): Promise<void> {
    await tx.manager.update(SubmissionEntity, { id }, changes);
  }

  /** @param lock holds the row until the transaction ends: two answers at once are answered one after the other */
  async ofPerson(tx: Tx, personId: string, id: string, { lock = false } = {}): Promise<SubmissionEntity | null> {
    return tx.manager.findOne(SubmissionEntity, { where: { id, personId }, ...(lock && FOR_UPDATE) });
  }

  /** @param bodyIds the bodies for which the actor reviews: a stranger's row is not found */
  async ofBodies(
    tx: Tx,
    bodyIds: readonly string[],
    id: string,
    { lock = false } = {},
  ): Promise<SubmissionEntity | null> {
    if (bodyIds.length === 0) return null;
    return tx.manager.findOne(SubmissionEntity, { where: { id, bodyId: In([...bodyIds]) }, ...(lock && FOR_UPDATE) });
  }

  /** Newest first. */
  async allOfPerson(tx: Tx, personId: string): Promise<SubmissionEntity[]> {
    return tx.manager.find(SubmissionEntity, { where: { personId }, order: { submittedAt: 'DESC', id: 'DESC' } });
  }

  /** What waits for a reviewer, longest waiting first. */
  async waiting(tx: Tx, asked: WaitingQuestion): Promise<SubmissionEntity[]> {
    const query = tx.manager
      .createQueryBuilder(SubmissionEntity, 's')
      .where(`s.body_id = any(:bodyIds) and s.state = 'submitted'`, { bodyIds: asked.bodyIds })
      .orderBy({ 's.submitted_at': 'ASC', 's.id': 'ASC' })
      .limit(asked.limit);
    if (asked.kind) query.andWhere('s.kind = :kind', { kind: asked.kind });
    if (asked.sentBy) query.andWhere('s.submitted_at <= :sentBy', { sentBy: asked.sentBy.toString() });
    if (asked.after) query.andWhere('(s.submitted_at, s.id) > (:submittedAt::timestamptz, :id::uuid)', asked.after);
    return query.getMany();
  }

  /** How many wait at these bodies, by kind. */
  async countWaiting(tx: Tx, bodyIds: readonly string[]): Promise<Record<SubmissionKind, number>> {
    const rows: { kind: SubmissionKind; n: number }[] = await tx.manager.query(
      `select kind, count(*)::int as n from submission where body_id = any($1) and state = 'submitted' group by kind`,
      [bodyIds],
    );
    const none = { outside_training: 0, continuing_education: 0, document: 0 };
    return rows.reduce((counts, { kind, n }) => ({ ...counts, [kind]: n }), none);
  }

  async addReview(tx: Tx, review: SubmissionReviewEntity): Promise<void> {
    await tx.manager.insert(SubmissionReviewEntity, review);
  }

  /** Reviews of these submissions, oldest first. */
  async reviewsOf(tx: Tx, submissionIds: readonly string[]): Promise<SubmissionReviewEntity[]> {
    if (submissionIds.length === 0) return [];
    return tx.manager.find(SubmissionReviewEntity, {
      where: { submissionId: In([...submissionIds]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }
}

const FOR_UPDATE = { lock: { mode: 'pessimistic_write' as const } };
