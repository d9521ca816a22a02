import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { PublishDraft } from './publish-draft.js';
import { SettleDraft } from './settle-draft.js';

/** The two ends of a draft, for the edges. */
@Injectable()
export class DecideDraft {
  constructor(
    private readonly publishing: PublishDraft,
    private readonly settling: SettleDraft,
  ) {}

  /** @throws DomainError as PublishDraft */
  publish(tx: Tx, draftId: string): Promise<{ versionId: string }> {
    return this.publishing.execute(tx, draftId);
  }

  /** @throws DomainError not_found, scheme_changes.settled */
  async discard(tx: Tx, draftId: string): Promise<{ id: string }> {
    await this.settling.execute(tx, draftId, 'discarded');
    return { id: draftId };
  }
}
