import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ImpactPreviewRepository } from '../persistence/impact-preview.repository.js';
import { SchemeDraftRepository } from '../persistence/scheme-draft.repository.js';
import { settledAlready } from '../scheme-changes.errors.js';

/** What a publication needs to know and to write of drafts and previews. */
@Injectable()
export class SettledDrafts {
  constructor(
    private readonly drafts: SchemeDraftRepository,
    private readonly previews: ImpactPreviewRepository,
  ) {}

  async isPreviewed(tx: Tx, draftId: string): Promise<boolean> {
    return (await this.previews.newestOf(tx, draftId))?.state === 'done';
  }

  /** @throws DomainError scheme_changes.settled */
  async publish(tx: Tx, id: string, by: { settledBy: string; publishedVersionId: string }): Promise<void> {
    if (!(await this.drafts.settle(tx, id, 'published', by))) throw settledAlready();
  }
}
