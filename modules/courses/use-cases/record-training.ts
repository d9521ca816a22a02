import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { CourseDefinition } from '../domain/course-definition.js';
import { earliestDate } from '../domain/earliest-date.js';
import type { EnrolmentEntity } from '../persistence/enrolment.entity.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';

/** Writes a finished course down: the training fact, the enrolment's completion, the audit row. */
@Injectable()
export class RecordTraining {
  constructor(
    private readonly enrolments: EnrolmentRepository,
    private readonly evidence: Evidence,
    private readonly organizations: Organizations,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, input: { enrolment: EnrolmentEntity; course: CourseDefinition }): Promise<void> {
    const { enrolment, course } = input;
    const bodies = await this.organizations.bodies(tx);
    const completedOn = earliestDate(
      bodies.map(({ timeZone }) => timeZone),
      tx.now,
    );
    const fact = await this.evidence.record(tx, {
      personId: enrolment.personId,
      kind: 'training',
      code: course.code,
      topics: course.training.topics,
      // A course is finished by passing its quiz, at one's own pace.
      value: {
        title: course.title,
        course_version: enrolment.courseVersionId,
        delivery: 'self_paced',
        assessment_passed: true,
      },
      occurredOn: completedOn,
      vouchedBy: { method: 'course' },
      source: { module: 'courses', id: enrolment.id },
    });
    await this.enrolments.complete(tx, enrolment.id, { completedAt: tx.now, completedOn, factId: fact.id });
    await this.audit.record(tx, {
      action: 'courses.course.completed',
      subject: { kind: 'enrolment', id: enrolment.id },
      personId: enrolment.personId,
      details: { course: course.code, version: enrolment.courseVersionId, fact: fact.id },
    });
  }
}
