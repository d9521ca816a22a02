import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ReadVersions, type PublishedVersion } from '../../courses/authoring.public.js';
import { codeTaken, draftExists, noAuthor, versionNotFound } from '../authoring.errors.js';
import type { DraftTexts } from '../domain/draft-files.js';
import { newCourseTexts } from '../domain/new-course.js';
import { AuthoringTrail } from './authoring-trail.js';
import { DraftStore } from './draft-store.js';
import { organizationsWrittenFor } from './find-draft.js';
import { VersionTexts } from './version-texts.js';

export interface NewDraft {
  /** May be left out by who writes for one organization. */
  readonly organizationId?: string | undefined;
  readonly courseCode: string;
  /** Given for a course that is new. */
  readonly title?: string | undefined;
}

/** An author begins the next version of a course, from the version in force, or the first of a new one. */
@Injectable()
export class BeginDraft {
  constructor(
    private readonly store: DraftStore,
    private readonly versions: ReadVersions,
    private readonly texts: VersionTexts,
    private readonly trail: AuthoringTrail,
  ) {}

  /**
   * @throws DomainError authoring.no_author; not_found for a course that is not there; authoring.code_taken for a new one that is;
   * authoring.kept_elsewhere where another organization published it last; authoring.draft_exists
   */
  async execute(tx: Tx, input: NewDraft): Promise<{ id: string }> {
    const own = organizationsWrittenFor(tx);
    const organizationId = input.organizationId ? own.find((id) => id === input.organizationId) : own[0];
    if (!organizationId) throw noAuthor();
    const base = (await this.versions.of(tx, input.courseCode)).find(({ isCurrent }) => isCurrent) ?? null;
    const texts = await this.beginnings(tx, base, input);
    await this.store.requireKeeper(tx, input.courseCode, organizationId);
    const draft = {
      id: this.trail.ids.next(),
      organizationId,
      courseCode: input.courseCode,
      baseVersionId: base?.id ?? null,
      state: 'draft' as const,
      begunBy: personIdOf(tx.actor),
      createdAt: tx.now,
      reviewedBy: null,
      reviewedAt: null,
      settledBy: null,
      settledAt: null,
      publishedVersionId: null,
    };
    if (!(await this.store.drafts.insert(tx, draft))) throw draftExists();
    for (const [path, text] of texts) await this.store.addRevision(tx, { draftId: draft.id, path, text, revision: 1 });
    await this.trail.record(tx, 'draft.begun', draft, { files: texts.size });
    return { id: draft.id };
  }

  private async beginnings(tx: Tx, base: PublishedVersion | null, input: NewDraft): Promise<DraftTexts> {
    if (input.title === undefined) {
      if (!base) throw versionNotFound();
      return this.texts.next(tx, base);
    }
    if (base) throw codeTaken();
    return newCourseTexts({ code: input.courseCode, title: input.title, author: await this.store.nameOfActor(tx) });
  }
}
