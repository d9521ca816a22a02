import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters } from '../../notifications/notifications.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';
import { DraftFileRepository } from '../persistence/draft-file.repository.js';
import { readCourseFile } from '../../courses/authoring.public.js';

/** Letters about a draft: to those who may review it, or to those who wrote it. */
@Injectable()
export class TellPeople {
  constructor(
    private readonly letters: Letters,
    private readonly organizations: Organizations,
    private readonly files: DraftFileRepository,
  ) {}

  /** Content reviewers of the organization who wrote none of it: it waits for one of them. */
  async reviewers(tx: Tx, draft: CourseDraftEntity): Promise<void> {
    const writers = await this.files.writers(tx, draft.id);
    const reviewers = await this.organizations.staffOf(tx, draft.organizationId, 'content-reviewer');
    const asked = reviewers.filter((id) => !writers.includes(id));
    await this.send(tx, draft, 'authoring-review-asked', asked);
  }

  /** Everybody who wrote some of it, but whoever acts now. */
  async authors(tx: Tx, draft: CourseDraftEntity, kind: 'authoring-returned' | 'authoring-published'): Promise<void> {
    const me = personIdOf(tx.actor);
    const writers = (await this.files.writers(tx, draft.id)).filter((id) => id !== me);
    await this.send(tx, draft, kind, writers);
  }

  private async send(tx: Tx, draft: CourseDraftEntity, kind: string, personIds: readonly string[]): Promise<void> {
    const course = await this.files.newest(tx, draft.id, 'course.yaml');
    const title = readCourseFile(course?.text ?? '')?.title ?? draft.courseCode;
    for (const personId of new Set(personIds))
      await this.letters.send(tx, {
        kind,
        identity: `${kind}:${draft.id}:${tx.now.toString()}:${personId}`,
        to: { personId },
        data: { title, path: `/authoring/drafts/${draft.id}` },
      });
  }
}
