import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { PROCTORS } from '../domain/rooms.js';

/** What waits around exams, as counts for one person. */
export interface WaitingWork {
  /** Challenges without a decision: of others, about items that the person had no part in. */
  challenges: number;
  /** Rescores, and passes whose notice is over, that somebody else proposed. */
  secondWords: number;
  /** Forms that somebody else drew. */
  forms: number;
  /** Sittings of others of which somebody else proposed that they do not count. */
  voids: number;
}

/** What waits around exams, counted for the person who acts: each by the roles that take it further. */
@Injectable()
export class WaitingExamWork {
  async at(tx: Tx, personId: string): Promise<WaitingWork> {
    const readers = organizationsOf(tx.actor, 'item-reviewer', 'psychometrician');
    const seconds = organizationsOf(tx.actor, 'psychometrician', 'administrator');
    const proctors = organizationsOf(tx.actor, ...PROCTORS);
    if (readers.length + seconds.length + proctors.length === 0) {
      return { challenges: 0, secondWords: 0, forms: 0, voids: 0 };
    }
    const [row]: [WaitingWork] = await tx.manager.query(
      `select
         (select count(*)::int from exam_remark r join bank_item_version v on v.id = r.version_id
            where r.body_id = any($1) and r.kind = 'challenge' and r.person_id <> $3
              and not exists (select from exam_remark_decision d where d.remark_id = r.id)
              and not had_part_in_item(v.item_id, $3)) as challenges,
         ((select count(*) from exam_rescore
            where body_id = any($2) and approved_at is null and declined_at is null and proposed_by <> $3)
          + (select count(*) from exam_pass_decision
            where body_id = any($2) and outcome is null and answer_until < $4 and proposed_by <> $3 and person_id <> $3))::int
           as "secondWords",
         (select count(*)::int from exam_form
            where body_id = any($2) and approved_at is null and withdrawn_at is null and made_by <> $3) as forms,
         (select count(*)::int from sitting_void_proposal
            where body_id = any($5) and outcome is null and proposed_by <> $3 and person_id <> $3) as voids`,
      [readers, seconds, personId, tx.now.toString(), proctors],
    );
    return row;
  }
}
