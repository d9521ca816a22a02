import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { courseClosed, courseNotFound, prerequisitesNeeded } from '../courses.errors.js';
import { CourseRepository } from '../persistence/course.repository.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';

/** Puts the one who acts into a course, on its version in force. Who is in it already stays on the version they began. */
@Injectable()
export class Enrol {
  constructor(
    private readonly courses: CourseRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError not_found for a code that no course has; conflict when all its versions are withdrawn, and while
   * courses that it builds on are still needed
   */
  async execute(tx: Tx, { courseCode }: { courseCode: string }): Promise<void> {
    const personId = personIdOf(tx.actor);
    if (await this.enrolments.of(tx, personId, courseCode)) return;
    const course = await this.courses.locked(tx, courseCode, { share: true });
    if (!course) throw courseNotFound();
    if (await this.courses.isWithdrawn(tx, course.currentVersionId)) throw courseClosed();
    await this.checkPrerequisites(tx, personId, course.currentVersionId);
    const enrolment = { personId, courseCode, courseVersionId: course.currentVersionId };
    const id = await this.enrolments.add(tx, enrolment);
    if (!id) return;
    await this.audit.record(tx, {
      action: 'courses.enrolment.begun',
      subject: { kind: 'enrolment', id },
      personId,
      details: { course: courseCode, version: course.currentVersionId },
    });
  }

  private async checkPrerequisites(tx: Tx, personId: string, versionId: string): Promise<void> {
    const { definition } = await this.courses.version(tx, versionId);
    const finished = await this.enrolments.finishedCodes(tx, personId);
    const needed = (definition.prerequisites ?? []).filter((code) => !finished.has(code));
    if (needed.length > 0) throw prerequisitesNeeded(await this.courses.titles(tx, needed));
  }
}
