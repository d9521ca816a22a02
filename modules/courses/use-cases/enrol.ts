import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { courseNotFound } from '../courses.errors.js';
import { CourseRepository } from '../persistence/course.repository.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';

/** Puts the one who acts into a course, on its version in force. Who is in it already stays on the version they began. */
@Injectable()
export class Enrol {
  constructor(
    private readonly courses: CourseRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly ids: Ids,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not_found for a code that no course has */
  async execute(tx: Tx, { courseCode }: { courseCode: string }): Promise<void> {
    const personId = personIdOf(tx.actor);
    const course = await this.courses.find(tx, courseCode);
    if (!course) throw courseNotFound();
    const id = this.ids.next();
    const isNew = await this.enrolments.add(tx, {
      id,
      personId,
      courseCode,
      courseVersionId: course.currentVersionId,
    });
    if (!isNew) return;
    await this.audit.record(tx, {
      action: 'courses.enrolment.begun',
      subject: { kind: 'enrolment', id },
      personId,
      details: { course: courseCode, version: course.currentVersionId },
    });
  }
}
