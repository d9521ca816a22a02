import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { settledAlready } from '../scheme-changes.errors.js';
import { BeginPreview } from './begin-preview.js';
import { FindDraft } from './find-draft.js';

/** An administrator asks whom a draft would touch; the answer is worked out in the background. */
@Injectable()
export class AskPreview {
  constructor(
    private readonly find: FindDraft,
    private readonly organizations: Organizations,
    private readonly begin: BeginPreview,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not_found, scheme_changes.settled, scheme_changes.preview_runs */
  async execute(tx: Tx, draftId: string): Promise<{ id: string }> {
    const draft = await this.find.execute(tx, draftId);
    if (draft.state !== 'draft') throw settledAlready();
    const { timeZone } = await this.organizations.get(tx, draft.bodyId);
    const asked = { asOf: dateIn(timeZone, tx.now), askedBy: personIdOf(tx.actor) };
    const { id } = await this.begin.execute(tx, draft, asked);
    const subject = { kind: 'scheme-draft', id: draft.id };
    const details = { preview: id };
    await this.audit.record(tx, { action: 'scheme_changes.preview.asked', subject, bodyId: draft.bodyId, details });
    return { id };
  }
}
