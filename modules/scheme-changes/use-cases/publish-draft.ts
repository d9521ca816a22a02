import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SchemeDrafts, versionOn } from '../../schemes/scheme-drafts.public.js';
import { ownDraft, previewFirst, rulesMoved, settledAlready } from '../scheme-changes.errors.js';
import { FindDraft } from './find-draft.js';
import { ReadRulesOfDraft } from './rules-of-draft.js';
import { SettledDrafts } from './settled-drafts.js';

/** A second administrator publishes a draft whose preview is complete: from its day on it is the rules. */
@Injectable()
export class PublishDraft {
  constructor(
    private readonly find: FindDraft,
    private readonly rules: ReadRulesOfDraft,
    private readonly publishing: SchemeDrafts,
    private readonly settling: SettledDrafts,
  ) {}

  /**
   * @throws DomainError not_found; scheme_changes.own_draft, scheme_changes.settled, scheme_changes.preview_first,
   * scheme_changes.rules_moved; schemes.day_has_begun, schemes.known_version, schemes.day_taken
   */
  async execute(tx: Tx, draftId: string): Promise<{ versionId: string }> {
    const row = await this.find.execute(tx, draftId);
    const publisher = personIdOf(tx.actor);
    if (row.state !== 'draft') throw settledAlready();
    if (row.draftedBy === publisher) throw ownDraft();
    if (!(await this.settling.isPreviewed(tx, row.id))) throw previewFirst();
    const { draft, versions } = await this.rules.of(tx, row);
    if (versionOn(versions, row.effectiveFrom)?.id !== row.baseVersionId) throw rulesMoved();
    const { bodyId, definition, effectiveFrom } = draft;
    const { id: versionId } = await this.publishing.publish(tx, { bodyId, definition, effectiveFrom });
    await this.settling.publish(tx, row.id, { settledBy: publisher, publishedVersionId: versionId });
    return { versionId };
  }
}
