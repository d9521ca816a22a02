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
}

@Injectable()
export class RestingFacts {
  /** Facts that hold and name the course, by day and id, after a key. */
  async of(
    tx: Tx,
    course: { id: string; bodyId: string },
    { after, limit }: { after: { occurredOn: string; id: string } | null; limit: number },
  ): Promise<RestingFact[]> {
    return tx.manager.query(
      `select f.id as "factId", f.person_id as "personId", f.occurred_on as "occurredOn", coalesce(f.minutes, 0) as minutes
       from fact f
       where f.kind = 'training' and f.value ->> 'approved_course_id' = $1 and f.body_id = $2
         and not exists (select from fact c where c.corrects = f.id)
         and ($3::date is null or (f.occurred_on, f.id) > ($3::date, $4::uuid))
       order by f.occurred_on, f.id limit $5`,
      [course.id, course.bodyId, after?.occurredOn ?? null, after?.id ?? null, limit],
    );
  }
}
