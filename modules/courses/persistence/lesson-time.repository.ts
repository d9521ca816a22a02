import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { LessonOfEnrolment } from './enrolment.repository.js';
import { LessonTimeEntity } from './lesson-time.entity.js';

@Injectable()
export class LessonTimeRepository {
  /** When a page of any lesson of the enrolment last gave a sign. */
  async lastSignAt(tx: Tx, enrolmentId: string): Promise<Temporal.Instant | null> {
    const last = await tx.manager.findOne(LessonTimeEntity, { where: { enrolmentId }, order: { lastSignAt: 'DESC' } });
    return last?.lastSignAt ?? null;
  }

  async add(tx: Tx, lesson: LessonOfEnrolment, seconds: number): Promise<void> {
    await tx.manager.query(
      `insert into lesson_time (enrolment_id, lesson_id, person_id, course_version_id, seconds, last_sign_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $6)
       on conflict (enrolment_id, lesson_id)
         do update set seconds = lesson_time.seconds + excluded.seconds, last_sign_at = excluded.last_sign_at`,
      [lesson.enrolmentId, lesson.lessonId, lesson.personId, lesson.courseVersionId, seconds, tx.now.toString()],
    );
  }

  /** Seconds at work, by the code of the lesson. */
  async measured(tx: Tx, enrolmentId: string): Promise<Map<string, number>> {
    const rows: { code: string; seconds: number }[] = await tx.manager.query(
      'select l.code, t.seconds from lesson_time t join lesson l on l.id = t.lesson_id where t.enrolment_id = $1',
      [enrolmentId],
    );
    return new Map(rows.map(({ code, seconds }) => [code, seconds]));
  }
}
