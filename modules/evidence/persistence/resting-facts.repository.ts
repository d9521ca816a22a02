import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** A training of somebody that rests on a course of the register. */
export interface RestingFact {
  readonly factId: string;
  readonly personId: string;
  /** The day the training was finished. */
  readonly occurredOn: Temporal.PlainDate;
  readonly minutes: number;
  /** Accepted by the body of the course; otherwise recorded by a course taught here, for whichever body. */
  readonly ofBody: boolean;
}

@Injectable()
export class RestingFacts {
  /**
   * Facts that hold and rest on the course, by day and id, after a key: accepted trainings that name it, and of a course taught here
   * what it recorded of itself, of everybody, since those facts are no body's. One statement, each half by its own index.
   */
  async of(
    tx: Tx,
    course: { id: string; bodyId: string; courseCode: string | null },
    { after, limit }: { after: { occurredOn: string; id: string } | null; limit: number },
  ): Promise<RestingFact[]> {
    const half = (which: string, ofBody: boolean) =>
      `(select f.id as "factId", f.person_id as "personId", f.occurred_on as "occurredOn", coalesce(f.minutes, 0) as minutes,
          ${ofBody} as "ofBody"
        from fact f
        where f.kind = 'training' and ${which}
          and not exists (select from fact c where c.corrects = f.id)
          and ($1::date is null or (f.occurred_on, f.id) > ($1::date, $2::uuid))
        order by f.occurred_on, f.id limit $3)`;
    const accepted = half(`f.value ->> 'approved_course_id' = $4 and f.body_id = $5`, true);
    const recorded = half(`f.code = $6 and f.voucher_method = 'course'`, false);
    return tx.manager.query(
      `select * from (${accepted} union all ${recorded}) f order by "occurredOn", "factId" limit $3`,
      [after?.occurredOn ?? null, after?.id ?? null, limit, course.id, course.bodyId, course.courseCode],
    );
  }
}
