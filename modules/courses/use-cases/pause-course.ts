import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { courseAlreadyFinished, courseNotFound } from '../courses.errors.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { PauseRepository } from '../persistence/pause.repository.js';

/**
 * The one who acts rests from a course. Nothing is asked, nothing is lost, nobody is told; while it lasts nobody is reminded.
 * A second time changes nothing.
 */
@Injectable()
export class PauseCourse {
  constructor(
    private readonly enrolments: EnrolmentRepository,
    private readonly pauses: PauseRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not_found for a course that the person is not in; conflict for one that is finished */
  async execute(tx: Tx, { courseCode }: { courseCode: string }): Promise<void> {
    const enrolment = await this.enrolments.locked(tx, personIdOf(tx.actor), courseCode);
    if (!enrolment) throw courseNotFound();
    if (enrolment.completedAt) throw courseAlreadyFinished();
    if (!(await this.pauses.begin(tx, enrolment))) return;
    await this.audit.record(tx, {
      action: 'courses.enrolment.paused',
      subject: { kind: 'enrolment', id: enrolment.id },
      personId: enrolment.personId,
      details: { course: courseCode },
    });
  }
}
