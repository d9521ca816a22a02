import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CommentOnDraft } from './comment-on-draft.js';
import { RecordApproval, type NewApproval } from './record-approval.js';

/** What others say of a draft, for the edges: comments, and the word of a community. */
@Injectable()
export class SayOfDraft {
  constructor(
    private readonly comments: CommentOnDraft,
    private readonly approvals: RecordApproval,
  ) {}

  /** @throws DomainError as {@link CommentOnDraft.execute} */
  comment(tx: Tx, input: Parameters<CommentOnDraft['execute']>[1]): Promise<void> {
    return this.comments.execute(tx, input);
  }

  /** @throws DomainError as {@link RecordApproval.execute} */
  approve(tx: Tx, approval: NewApproval): Promise<void> {
    return this.approvals.execute(tx, approval);
  }
}
