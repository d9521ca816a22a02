import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { SchemeDraftEntity } from '../persistence/scheme-draft.entity.js';
import { SchemeDraftRepository } from '../persistence/scheme-draft.repository.js';
import { SettleDraft } from './settle-draft.js';

type Drafted = Omit<
  SchemeDraftEntity,
  'id' | 'state' | 'settledBy' | 'settledAt' | 'publishedVersionId' | 'createdAt'
> & { readonly replaces?: string };

/** Writes a draft down, and settles the one that it takes the place of. */
@Injectable()
export class KeepDraft {
  constructor(
    private readonly drafts: SchemeDraftRepository,
    private readonly settle: SettleDraft,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError not_found, scheme_changes.settled for the draft to be replaced */
  async execute(tx: Tx, { replaces, ...drafted }: Drafted): Promise<{ id: string }> {
    if (replaces) await this.settle.execute(tx, replaces, 'replaced');
    const id = this.ids.next();
    const open = { state: 'draft', settledBy: null, settledAt: null, publishedVersionId: null } as const;
    await this.drafts.insert(tx, { ...drafted, ...open, id, createdAt: tx.now });
    await this.audit.record(tx, {
      action: 'scheme_changes.draft.brought',
      subject: { kind: 'scheme-draft', id },
      bodyId: drafted.bodyId,
      details: { code: drafted.schemeCode, versionId: drafted.versionId, ...(replaces && { replaces }) },
    });
    return { id };
  }
}
