import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ApprovedCourses } from '../../evidence/evidence.public.js';
import { ImpactPreviewRepository } from '../persistence/impact-preview.repository.js';
import { SchemeDraftRepository } from '../persistence/scheme-draft.repository.js';
import type { Comparison } from './compare-batch.js';
import { ReadRulesOfDraft } from './rules-of-draft.js';

/** What a running preview holds against what. */
@Injectable()
export class ComparisonOf {
  constructor(
    private readonly previews: ImpactPreviewRepository,
    private readonly drafts: SchemeDraftRepository,
    private readonly rules: ReadRulesOfDraft,
    private readonly courses: ApprovedCourses,
  ) {}

  /** @returns null for a preview that was stopped or is done */
  async running(tx: Tx, previewId: string): Promise<Comparison | null> {
    const { draftId, asOf, state } = await this.previews.get(tx, previewId);
    if (state !== 'running') return null;
    const rules = await this.rules.of(tx, await this.drafts.get(tx, draftId));
    const { bodyId, code } = rules.draft;
    return { ...rules, asOf, approves: await this.courses.taughtHere(tx, { bodyId, code }) };
  }
}
