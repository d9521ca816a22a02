import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** A notice that can be answered until a day, an appeal that was decided lately; or either with those who decide it, and until when. */
export interface WaitingForParty {
  kind: 'notice' | 'appeal_decided' | 'notice_under_way' | 'appeal_under_way';
  id: string;
  until: Temporal.PlainDate | null;
}

/** Where a case waits: for somebody to handle it, with its handler, or for those who decide. */
type Counts = Record<
  `${'complaints' | 'appeals'}_${'unassigned' | 'mine' | 'decide'}` | 'outcomes_to_register',
  number
>;

/** Complaints and appeals that wait. */
@Injectable()
export class WaitingConduct {
  /** Decided appeals are told for 60 days. */
  of(tx: Tx, personId: string): Promise<WaitingForParty[]> {
    return tx.manager.query(
      `select 'notice' as kind, id, answer_by as until from complaint where person_id = $1 and state = 'notice_given'
       union all
       select 'appeal_decided', id, null::date from appeal
         where person_id = $1 and state in ('upheld', 'overturned', 'sent_back')
           and state_since > $2::timestamptz - interval '60 days'
       union all
       select 'notice_under_way', id, decide_by from complaint
         where person_id = $1 and state in ('ready', 'found', 'proposed')
       union all
       select 'appeal_under_way', id, decide_by from appeal
         where person_id = $1 and state in ('filed', 'in_review', 'found', 'proposed')
       order by until nulls last`,
      [personId, tx.now.toString()],
    );
  }

  /** What concerns the one who asks is left out. */
  async at(tx: Tx, bodyIds: readonly string[], personId: string): Promise<Counts> {
    const [row]: [Counts] = await tx.manager.query(
      `select * from (
         select count(*) filter (where handler_id is null)::int as complaints_unassigned,
                count(*) filter (where handler_id = $2 and state not in ('found', 'proposed'))::int as complaints_mine,
                count(*) filter (where state in ('found', 'proposed'))::int as complaints_decide
         from complaint where body_id = any($1) and person_id <> $2 and state in ('received', 'in_review', 'notice_given', 'ready', 'found', 'proposed')
       ) complaints, (
         select count(*) filter (where handler_id is null)::int as appeals_unassigned,
                count(*) filter (where handler_id = $2 and state not in ('found', 'proposed'))::int as appeals_mine,
                count(*) filter (where state in ('found', 'proposed'))::int as appeals_decide
         from appeal where body_id = any($1) and person_id <> $2 and state in ('filed', 'in_review', 'found', 'proposed')
       ) appeals, (
         select count(*)::int as outcomes_to_register from sanction
         where body_id = any($1) and person_id <> $2 and state = 'pending' and register_by is not null
       ) outcomes`,
      [bodyIds, personId],
    );
    return row;
  }
}
