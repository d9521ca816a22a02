import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { rangesBetween } from '../domain/person-ranges.js';
import type { SubjectKind } from '../domain/states.js';
import { ImpactPreviewRepository } from '../persistence/impact-preview.repository.js';
import type { SchemeDraftEntity } from '../persistence/scheme-draft.entity.js';
import { previewRuns } from '../scheme-changes.errors.js';
import { Subjects } from './subjects.js';

/** The effect that goes through one part of a preview, some hundred persons at a time. */
export const COUNT_PART = 'scheme-changes.count-part';

/** Below this number of persons it is not worth while to share them out. */
const WORTH_SHARING = 2_000;
/** Parts of a large cohort: one for each of two workers, since every part in work takes memory. */
const PARTS = 2;

const KINDS: readonly SubjectKind[] = ['application', 'credential'];

/** Writes a preview down with its parts, each with the effect that goes through it. */
@Injectable()
export class BeginPreview {
  constructor(
    private readonly previews: ImpactPreviewRepository,
    private readonly subjects: Subjects,
    private readonly outbox: Outbox,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError scheme_changes.preview_runs */
  async execute(
    tx: Tx,
    draft: Pick<SchemeDraftEntity, 'id' | 'bodyId' | 'schemeCode'>,
    { asOf, askedBy }: { asOf: Temporal.PlainDate; askedBy: string },
  ): Promise<{ id: string }> {
    const { bodyId, id: draftId } = draft;
    const applications = await this.subjects.split(tx, 'application', draft, PARTS);
    const credentials = await this.subjects.split(tx, 'credential', draft, PARTS);
    const id = this.ids.next();
    const preview = {
      id,
      bodyId,
      draftId,
      asOf,
      askedBy,
      state: 'running',
      createdAt: tx.now,
      finishedAt: null,
    } as const;
    const totals = { applications: applications.count, credentials: credentials.count };
    if (!(await this.previews.insert(tx, { ...preview, ...totals }))) throw previewRuns();

    let number = 0;
    for (const kind of KINDS) {
      const { count, bounds } = kind === 'application' ? applications : credentials;
      for (const range of rangesBetween(count < WORTH_SHARING ? [] : bounds)) {
        number += 1;
        const part = { previewId: id, bodyId, number, kind, ...range, reached: null, done: false };
        await this.previews.insertPart(tx, part);
        await this.outbox.add(tx, { kind: COUNT_PART, payload: { previewId: id, part: number } });
      }
    }
    return { id };
  }
}
