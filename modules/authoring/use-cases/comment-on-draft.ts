import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { fileNotFound } from '../authoring.errors.js';
import { ReviewRepository } from '../persistence/review.repository.js';
import { AuthoringTrail } from './authoring-trail.js';
import { DraftStore } from './draft-store.js';
import { FindDraft } from './find-draft.js';

/** Somebody who writes or reviews for the organization says something of a draft, or of one of its files. */
@Injectable()
export class CommentOnDraft {
  constructor(
    private readonly find: FindDraft,
    private readonly store: DraftStore,
    private readonly reviews: ReviewRepository,
    private readonly trail: AuthoringTrail,
  ) {}

  /** @throws DomainError not_found, also for a file that the draft does not have */
  async execute(
    tx: Tx,
    { draftId, path, text }: { draftId: string; path: string | null; text: string },
  ): Promise<void> {
    const draft = await this.find.execute(tx, draftId);
    if (path !== null && !(await this.store.files.newest(tx, draft.id, path))) throw fileNotFound();
    await this.reviews.comment(tx, {
      id: this.trail.ids.next(),
      draftId: draft.id,
      path,
      text: text.trim(),
      writtenBy: personIdOf(tx.actor),
      createdAt: tx.now,
    });
    await this.trail.record(tx, 'draft.commented', draft, path ? { path } : {});
  }
}
