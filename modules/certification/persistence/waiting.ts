import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** What waits for an applicant; `id` is the invoice's, otherwise the application's. */
export interface WaitingForApplicant {
  kind: 'invoice' | 'background_question' | 'reference';
  id: string;
  /** The last day for it, where there is one. */
  until: Temporal.PlainDate | null;
}

const OPEN = `('draft', 'submitted', 'returned', 'under_review', 'admitted')`;
const WAITING = `('submitted', 'under_review', 'admitted')`;

/** What waits in certification, for a person and for a body's staff: one question to the database each. */
@Injectable()
export class WaitingApplications {
  /** A reference counts where the referee declined, or it was withdrawn, and nobody else was asked for that letter. */
  of(tx: Tx, personId: string): Promise<WaitingForApplicant[]> {
    return tx.manager.query(
      `select 'background_question' as kind, b.application_id as id, b.answer_until as until
         from background_answer b join application a on a.id = b.application_id
         where b.person_id = $1 and b.answered_at is null and a.state in ${OPEN}
       union all
       select distinct 'reference', r.application_id, null::date
         from reference_request r join application a on a.id = r.application_id
         where a.person_id = $1 and a.state in ${OPEN} and r.state in ('declined', 'withdrawn') and not exists (
           select from reference_request o
           where o.application_id = r.application_id and o.code = r.code and o.state in ('asked', 'received', 'accepted'))
       union all
       select 'invoice', id, null from invoice where person_id = $1 and state = 'open'
       order by until nulls last, kind`,
      [personId],
    );
  }

  /**
   * @param personId who asks: `mine` is what they took
   * @returns counts; `due`, within a week, counts what is past its day
   */
  async at(tx: Tx, bodyIds: readonly string[], personId: string) {
    const [row]: [
      Record<
        'mine' | 'unclaimed' | 'due' | 'references' | 'background' | 'authorisations' | 'imports' | 'invoices',
        number
      >,
    ] = await tx.manager.query(
      `select
         count(*) filter (where claimed_by = $2)::int as mine,
         count(*) filter (where claimed_by is null and state = 'submitted')::int as unclaimed,
         count(*) filter (where due_at <= $3::timestamptz + interval '7 days')::int as due,
         (select count(*)::int from reference_request r
            where r.application_id in (select w.id from application w where w.body_id = any($1) and w.state in ${WAITING})
              and r.state = 'received') as references,
         (select count(*)::int from background_answer b
            where b.application_id in (select w.id from application w where w.body_id = any($1) and w.state in ${WAITING})
              and b.answered_at is not null) as background,
         (select count(*)::int from exam_authorisation where body_id = any($1) and state = 'issued') as authorisations,
         (select count(*)::int from exam_import where body_id = any($1) and state = 'checked') as imports,
         (select count(*)::int from invoice where body_id = any($1) and state = 'open') as invoices
       from application where body_id = any($1) and state in ${WAITING}`,
      [bodyIds, personId, tx.now.toString()],
    );
    return row;
  }
}
