import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { movedMeanwhile } from '../authoring.errors.js';
import { movedTo } from '../domain/draft-states.js';
import { FindDraft } from './find-draft.js';
import { MoveDraft } from './move-draft.js';
import { PublishDraft } from './publish-draft.js';
import { TellPeople } from './tell-people.js';

/** The way of a draft, with the letters that go with it. */
@Injectable()
export class DecideDraft {
  constructor(
    private readonly find: FindDraft,
    private readonly moving: MoveDraft,
    private readonly publishing: PublishDraft,
    private readonly telling: TellPeople,
  ) {}

  /** @throws DomainError as {@link MoveDraft.handIn} */
  async handIn(tx: Tx, draftId: string): Promise<void> {
    await this.telling.reviewers(tx, await this.moving.handIn(tx, draftId));
  }

  /** @throws DomainError as {@link MoveDraft.giveBack} */
  async giveBack(tx: Tx, draftId: string, comment: string): Promise<void> {
    await this.telling.authors(tx, await this.moving.giveBack(tx, draftId, comment), 'authoring-returned');
  }

  /** @throws DomainError as {@link MoveDraft.review} */
  async review(tx: Tx, draftId: string): Promise<void> {
    await this.moving.review(tx, draftId);
  }

  /** @throws DomainError as {@link MoveDraft.discard} */
  async discard(tx: Tx, draftId: string): Promise<void> {
    await this.moving.discard(tx, draftId);
  }

  /** @throws DomainError as {@link FindDraft.asSecondPerson} and {@link PublishDraft.execute}; authoring.moved */
  async publish(tx: Tx, draftId: string): Promise<{ versionId: string }> {
    const draft = await this.find.asSecondPerson(tx, draftId);
    if (!movedTo('publish', draft.state)) throw movedMeanwhile();
    const versionId = await this.publishing.execute(tx, draft);
    await this.telling.authors(tx, await this.moving.publish(tx, draft, versionId), 'authoring-published');
    return { versionId };
  }
}
