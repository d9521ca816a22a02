import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Evidence } from '../../evidence/evidence.public.js';
import type { CourseDefinition } from '../domain/course-definition.js';
import { countsAs } from '../domain/translations.js';
import type { EnrolmentEntity } from '../persistence/enrolment.entity.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { CountMinutes } from './count-minutes.js';

/** Writes a finished course down: the training fact, the enrolment's completion, the audit row. */
@Injectable()
export class RecordTraining {
  constructor(
    private readonly enrolments: EnrolmentRepository,
    private readonly counting: CountMinutes,
    private readonly evidence: Evidence,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, input: { enrolment: EnrolmentEntity; course: CourseDefinition }): Promise<void> {
    const { enrolment, course } = input;
    // Who finished the same course in another language before has its training already; it is not counted twice.
    const isCounted = (await this.enrolments.finishedCodes(tx, enrolment.personId)).has(countsAs(course));
    const completedOn = await this.counting.today(tx);
    const fact = await this.evidence.record(tx, {
      personId: enrolment.personId,
      kind: 'training',
      code: countsAs(course),
      ...(isCounted ? { topics: [], minutes: 0 } : await this.counting.execute(tx, { enrolment, course })),
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
