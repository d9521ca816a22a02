import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { commentNeeded, movedMeanwhile, reviewersOnly } from '../authoring.errors.js';
import { movedTo, type DraftMove } from '../domain/draft-states.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';
import { DraftRepository } from '../persistence/draft.repository.js';
import { AuthoringTrail } from './authoring-trail.js';
import { CommentOnDraft } from './comment-on-draft.js';
import { FindDraft } from './find-draft.js';

/** What becomes of a draft before it is published. Letters are the business of {@link DecideDraft}. */
@Injectable()
export class MoveDraft {
  constructor(
    private readonly find: FindDraft,
    private readonly drafts: DraftRepository,
    private readonly comments: CommentOnDraft,
    private readonly trail: AuthoringTrail,
  ) {}

  /** An author asks for a review. @throws DomainError as {@link FindDraft.toHandIn}; authoring.moved */
  async handIn(tx: Tx, draftId: string): Promise<CourseDraftEntity> {
    return this.move(tx, await this.find.toHandIn(tx, draftId), 'hand_in');
  }

  /**
   * A reviewer gives it back with a word for its authors.
   * @throws DomainError not_found, authoring.reviewers_only, authoring.comment_needed, authoring.moved
   */
  async giveBack(tx: Tx, draftId: string, comment: string): Promise<CourseDraftEntity> {
    const draft = await this.find.execute(tx, draftId);
    if (!(await this.find.rightsIn(tx, draft)).reviews) throw reviewersOnly();
    if (comment.trim() === '') throw commentNeeded();
    await this.comments.execute(tx, { draftId, path: null, text: comment });
    return this.move(tx, draft, 'return', { reviewedBy: null, reviewedAt: null });
  }

  /** A second person says that it is good. @throws DomainError as {@link FindDraft.toReview}; authoring.moved */
  async review(tx: Tx, draftId: string): Promise<CourseDraftEntity> {
    const draft = await this.find.toReview(tx, draftId);
    return this.move(tx, draft, 'review', { reviewedBy: personIdOf(tx.actor), reviewedAt: tx.now });
  }

  /** It is not wanted any more. @throws DomainError not_found, authoring.authors_only, authoring.moved */
  async discard(tx: Tx, draftId: string): Promise<CourseDraftEntity> {
    const draft = await this.find.asAuthor(tx, draftId);
    return this.move(tx, draft, 'discard', { settledBy: personIdOf(tx.actor), settledAt: tx.now });
  }

  /** Notes that a draft became a version. @throws DomainError authoring.moved */
  publish(tx: Tx, draft: CourseDraftEntity, publishedVersionId: string): Promise<CourseDraftEntity> {
    return this.move(tx, draft, 'publish', { settledBy: personIdOf(tx.actor), settledAt: tx.now, publishedVersionId });
  }

  private async move(
    tx: Tx,
    draft: CourseDraftEntity,
    move: DraftMove,
    settlement: Parameters<DraftRepository['move']>[3] = {},
  ): Promise<CourseDraftEntity> {
    const to = movedTo(move, draft.state);
    if (!to || !(await this.drafts.move(tx, draft.id, { from: draft.state, to }, settlement))) throw movedMeanwhile();
    await this.trail.record(tx, `draft.${to}`, draft, { from: draft.state });
    return { ...draft, ...settlement, state: to };
  }
}
