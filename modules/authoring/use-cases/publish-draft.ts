import { Injectable } from '@nestjs/common';
import { contentIdOf } from '../../../src/platform/content/content-id.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ReadVersions } from '../../courses/authoring.public.js';
import { CourseContent } from '../../courses/courses.public.js';
import { baseMoved, communityFirst, faultsLeft, sameVersion } from '../authoring.errors.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';
import { DraftStore } from './draft-store.js';
import { ExamineDraft } from './examine-draft.js';

/**
 * A draft becomes the version in force. It is checked as content files are, whole or not at all; who is in the course keeps the
 * version they began. That a second person reviewed it and acts now is the business of whoever calls, and of the database.
 */
@Injectable()
export class PublishDraft {
  constructor(
    private readonly store: DraftStore,
    private readonly examining: ExamineDraft,
    private readonly versions: ReadVersions,
    private readonly content: CourseContent,
  ) {}

  /**
   * @returns the id of the version
   * @throws DomainError authoring.kept_elsewhere, authoring.base_moved, authoring.community_first, authoring.faults_left,
   * authoring.same_version
   */
  async execute(tx: Tx, draft: CourseDraftEntity): Promise<string> {
    await this.content.lock(tx);
    await this.store.requireKeeper(tx, draft.courseCode, draft.organizationId);
    const versions = await this.versions.of(tx, draft.courseCode);
    const current = versions.find(({ isCurrent }) => isCurrent);
    if ((current?.id ?? null) !== draft.baseVersionId) throw baseMoved();
    const files = await this.store.files.current(tx, draft.id);
    const { folder, awaited } = await this.examining.execute(
      tx,
      draft,
      new Map(files.map(({ path, text }) => [path, text])),
    );
    const open = awaited.find(({ approval }) => !approval);
    if (open) throw communityFirst(open.awaiting);
    const { course, quiz, pictures, faults } = folder;
    if (!course || !quiz) throw faultsLeft(faults.length);
    if (versions.some(({ id }) => id === contentIdOf(course))) throw sameVersion();
    const { organizationId } = draft;
    return (await this.content.publish(tx, { course, quiz, pictures, organizationId })).id;
  }
}
