import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CommunityApprovalEntity } from './community-approval.entity.js';
import { CourseDraftCommentEntity } from './course-draft-comment.entity.js';

/** What others say of drafts: comments, and the word of communities. */
@Injectable()
export class ReviewRepository {
  async comment(tx: Tx, comment: CourseDraftCommentEntity): Promise<void> {
    await tx.manager.insert(CourseDraftCommentEntity, comment);
  }

  /** Oldest first. */
  comments(tx: Tx, draftId: string): Promise<CourseDraftCommentEntity[]> {
    return tx.manager.find(CourseDraftCommentEntity, { where: { draftId }, order: { id: 'ASC' } });
  }

  async approve(tx: Tx, approval: CommunityApprovalEntity): Promise<void> {
    await tx.manager.insert(CommunityApprovalEntity, approval);
  }

  /** The word of a category's community on this very text; null where nobody gave it. */
  approvalOf(
    tx: Tx,
    text: Pick<CommunityApprovalEntity, 'courseCode' | 'categoryCode' | 'textHash'>,
  ): Promise<CommunityApprovalEntity | null> {
    const { courseCode, categoryCode, textHash } = text;
    return tx.manager.findOne(CommunityApprovalEntity, {
      where: { courseCode, categoryCode, textHash },
      order: { id: 'DESC' },
    });
  }
}
