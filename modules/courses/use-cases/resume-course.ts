import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { courseNotFound } from '../courses.errors.js';
import type { EnrolmentEntity } from '../persistence/enrolment.entity.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { PauseRepository } from '../persistence/pause.repository.js';

/** Ends a pause: by the button for it, and by whatever the person does in the course meanwhile. */
@Injectable()
export class ResumeCourse {
  constructor(
    private readonly enrolments: EnrolmentRepository,
    private readonly pauses: PauseRepository,
    private readonly audit: Audit,
  ) {}

  /** A course that goes on already stays as it is. @throws DomainError not_found for a course that the person is not in */
  async execute(tx: Tx, { courseCode }: { courseCode: string }): Promise<void> {
    const enrolment = await this.enrolments.of(tx, personIdOf(tx.actor), courseCode);
    if (!enrolment) throw courseNotFound();
    await this.goOn(tx, enrolment);
  }

  /** The person did something in the course. */
  async goOn(tx: Tx, { id, personId, courseCode }: EnrolmentEntity): Promise<void> {
    if (!(await this.pauses.end(tx, id))) return;
    await this.audit.record(tx, {
      action: 'courses.enrolment.resumed',
      subject: { kind: 'enrolment', id },
      personId,
      details: { course: courseCode },
    });
  }
}
