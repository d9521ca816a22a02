import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { SubmissionEntity, SubmissionReviewEntity } from '../persistence/submission.entity.js';
import { SubmissionRepository } from '../persistence/submission.repository.js';
import { AnnounceReview } from './announce-review.js';

type Answer = Pick<
  SubmissionReviewEntity,
  'outcome' | 'note' | 'topics' | 'approvedCourseId' | 'category' | 'figure'
> & {
  reviewerId: string;
};

/** What remains of a review: its row, the audit's, and the letter to the person. */
@Injectable()
export class ReviewTrail {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
    private readonly announce: AnnounceReview,
  ) {}

  async write(tx: Tx, submission: SubmissionEntity, { reviewerId, ...answer }: Answer): Promise<void> {
    const { id, bodyId, personId, revision, kind } = submission;
    const { outcome, note, topics, approvedCourseId, category } = answer;
    const review = { id: this.ids.next(), bodyId, submissionId: id, revision, ...answer };
    await this.submissions.addReview(tx, { ...review, reviewedBy: reviewerId, createdAt: tx.now });
    await this.audit.record(tx, {
      action: `evidence.submission.${outcome}`,
      subject: { kind: 'submission', id },
      bodyId,
      personId,
      details: {
        kind,
        revision,
        ...(topics && { mapped: true }),
        ...(approvedCourseId && { approvedCourse: approvedCourseId }),
        ...(category && { category }),
      },
    });
    await this.announce.execute(tx, submission, { outcome, note });
  }
}
