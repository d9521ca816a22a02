import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** One course of somebody, as it stands on a list: no lesson by name. */
export interface CourseAtAGlance {
  code: string;
  title: string;
  /** That the course is taught in. */
  language: string;
  lessonsDone: number;
  lessonsTotal: number;
  completedOn: Temporal.PlainDate | null;
  /** Since when they rest from it. */
  pausedAt: Temporal.Instant | null;
}

/** Every course that somebody is in, in one question to the database, in the order they began them. */
@Injectable()
export class GlanceRepository {
  of(tx: Tx, personId: string): Promise<CourseAtAGlance[]> {
    return tx.manager.query(
      `select e.course_code as code, v.definition->>'title' as title, v.definition->>'language' as language, e.completed_on as "completedOn", p.paused_at as "pausedAt",
         (select count(*)::int from lesson_completion c where c.enrolment_id = e.id) as "lessonsDone",
         (select count(*)::int from lesson l where l.course_version_id = e.course_version_id) as "lessonsTotal"
       from enrolment e join course_version v on v.id = e.course_version_id
       left join enrolment_pause p on p.enrolment_id = e.id and p.resumed_at is null
       where e.person_id = $1 order by e.created_at, e.id`,
      [personId],
    );
  }
}
