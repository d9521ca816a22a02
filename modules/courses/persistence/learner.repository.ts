import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';

export interface LearnerRow {
  readonly personId: string;
  readonly quizCode: string;
  readonly lessonsDone: number;
  readonly lessonsTotal: number;
  readonly lastActiveAt: Temporal.Instant;
  readonly isPaused: boolean;
  readonly isFinished: boolean;
}

/** What people do in a course, counted in one query. */
@Injectable()
export class LearnerRepository {
  async activityOf(tx: Tx, courseCode: string, personIds: readonly string[]): Promise<LearnerRow[]> {
    return tx.manager.query(
      `select e.person_id as "personId", v.definition->'quiz'->>'code' as "quizCode",
         (select count(*)::int from lesson_completion d where d.enrolment_id = e.id) as "lessonsDone",
         jsonb_array_length(v.definition->'lessons') as "lessonsTotal",
         greatest(e.created_at,
           (select max(created_at) from lesson_completion d where d.enrolment_id = e.id),
           (select max(answered_at) from lesson_check c where c.enrolment_id = e.id)) as "lastActiveAt",
         exists (select from enrolment_pause p where p.enrolment_id = e.id and p.resumed_at is null) as "isPaused",
         e.completed_at is not null as "isFinished"
       from enrolment e join course_version v on v.id = e.course_version_id
       where e.course_code = $1 and e.person_id = any($2::uuid[])`,
      [courseCode, [...personIds]],
    );
  }
}
