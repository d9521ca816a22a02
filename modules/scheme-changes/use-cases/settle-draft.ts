import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ImpactPreviewRepository } from '../persistence/impact-preview.repository.js';
import { SchemeDraftRepository } from '../persistence/scheme-draft.repository.js';
import { settledAlready } from '../scheme-changes.errors.js';
import { FindDraft } from './find-draft.js';

/** A draft that is not wanted any more: discarded, or replaced by another text. Its preview stops. */
@Injectable()
export class SettleDraft {
  constructor(
    private readonly find: FindDraft,
    private readonly drafts: SchemeDraftRepository,
    private readonly previews: ImpactPreviewRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not_found, scheme_changes.settled */
  async execute(tx: Tx, draftId: string, state: 'replaced' | 'discarded'): Promise<void> {
    const { id, bodyId } = await this.find.execute(tx, draftId);
    if (!(await this.drafts.settle(tx, id, state, { settledBy: personIdOf(tx.actor) }))) throw settledAlready();
    const preview = await this.previews.newestOf(tx, id);
    if (preview) await this.previews.end(tx, preview.id, 'stopped');
    const subject = { kind: 'scheme-draft', id };
    await this.audit.record(tx, { action: `scheme_changes.draft.${state}`, subject, bodyId });
  }
}
