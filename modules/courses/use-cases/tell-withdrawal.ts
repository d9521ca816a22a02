import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { Letters } from '../../notifications/notifications.public.js';
import { TELL_WITHDRAWAL, type WithdrawalToTell } from '../domain/effects.js';
import { CourseRepository } from '../persistence/course.repository.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';

/** So many letters are written in one transaction. */
const BATCH = 200;

/** Tells everybody who is in a withdrawn version, and has not finished it, that they may finish it: once each. */
@Injectable()
export class TellWithdrawal {
  constructor(
    private readonly courses: CourseRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly letters: Letters,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, { courseVersionId, after }: WithdrawalToTell): Promise<void> {
    const { definition } = await this.courses.version(tx, courseVersionId);
    const learners = await this.enrolments.learningOn(tx, courseVersionId, { after, limit: BATCH });
    for (const { personId } of learners)
      await this.letters.send(tx, {
        kind: 'course-version-withdrawn',
        identity: `course-version-withdrawn:${courseVersionId}:${personId}`,
        to: { personId },
        data: { title: definition.title, path: `/courses/${definition.code}` },
      });
    const last = learners.at(-1);
    if (last && learners.length === BATCH)
      await this.outbox.add(tx, { kind: TELL_WITHDRAWAL, payload: { courseVersionId, after: last.id } });
  }
}
