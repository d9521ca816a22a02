import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ReadVersions, type VersionInUse } from '../../courses/authoring.public.js';
import { CourseContent, type Withdrawal } from '../../courses/courses.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { versionNotFound, withdrawnByOthers } from '../authoring.errors.js';
import { DraftRepository } from '../persistence/draft.repository.js';
import { organizationsReadFor } from './find-draft.js';

export interface CourseToWithdraw {
  readonly courseCode: string;
  readonly title: string;
  /** Newest first. */
  readonly versions: readonly VersionInUse[];
}

/**
 * A version is withdrawn by a content reviewer of the organization that looks after the course. A course that came from files is
 * looked after by the certifying body, where there is only one; where there are several, by the operator alone.
 */
@Injectable()
export class WithdrawCourse {
  constructor(
    private readonly versions: ReadVersions,
    private readonly content: CourseContent,
    private readonly organizations: Organizations,
    private readonly drafts: DraftRepository,
  ) {}

  /** @throws DomainError authoring.no_author, not_found, authoring.withdrawn_by_others */
  async look(tx: Tx, courseCode: string): Promise<CourseToWithdraw> {
    organizationsReadFor(tx);
    const versions = await this.versions.inUse(tx, courseCode);
    const title = versions.find(({ isCurrent }) => isCurrent)?.definition.title;
    if (title === undefined) throw versionNotFound();
    if (!(await this.isAllowed(tx, courseCode))) throw withdrawnByOthers();
    return { courseCode, title, versions };
  }

  /**
   * @param input.reason people in the version read it
   * @throws DomainError as {@link look}; courses.reason_needed; not_found and courses.version_withdrawn for the version
   */
  async execute(tx: Tx, input: { courseCode: string; versionId: string; reason: string }): Promise<Withdrawal> {
    await this.look(tx, input.courseCode);
    return this.content.withdraw(tx, input);
  }

  private async isAllowed(tx: Tx, courseCode: string): Promise<boolean> {
    const reviewsFor = organizationsOf(tx.actor, 'content-reviewer');
    if (reviewsFor.length === 0) return false;
    const keeper = await this.drafts.keeperOf(tx, courseCode);
    if (keeper) return reviewsFor.includes(keeper);
    const bodies = await this.organizations.bodies(tx);
    return bodies.length === 1 && bodies.every(({ id }) => reviewsFor.includes(id));
  }
}
