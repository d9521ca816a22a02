import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SubmissionEntity, SubmissionReviewEntity } from './submission.entity.js';

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
  async waiting(tx: Tx, bodyIds: readonly string[], limit: number): Promise<SubmissionEntity[]> {
    if (bodyIds.length === 0) return [];
    return tx.manager.find(SubmissionEntity, {
      where: { bodyId: In([...bodyIds]), state: 'submitted' },
      order: { submittedAt: 'ASC', id: 'ASC' },
      take: limit,
    });
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
