import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ClauseCount, Touched, TouchedCount, TouchedFilter } from '../domain/touched.js';

/** The results of previews about persons: only differences are written. */
@Injectable()
export class ImpactDifferenceRepository {
  async insertAll(tx: Tx, preview: { id: string; bodyId: string }, touched: readonly Touched[]): Promise<void> {
    if (touched.length === 0) return;
    const rows = touched.map((one) => ({
      ...one,
      beforeOn: one.beforeOn?.toString() ?? null,
      afterOn: one.afterOn?.toString() ?? null,
    }));
    await tx.manager.query(
      `insert into impact_difference
         (preview_id, body_id, subject_id, kind, person_id, outcome, bound, before_on, after_on, changes)
       select $1, $2, "subjectId", kind, "personId", outcome, bound, "beforeOn", "afterOn", changes
       from jsonb_to_recordset($3::jsonb) as r("subjectId" uuid, kind text, "personId" uuid, outcome text, bound boolean,
         "beforeOn" date, "afterOn" date, changes jsonb)`,
      [preview.id, preview.bodyId, JSON.stringify(rows)],
    );
  }

  /** In the order of their ids, which is that of their beginning. */
  async list(
    tx: Tx,
    previewId: string,
    { kind, outcome, clause }: TouchedFilter,
    page: { after: string | null; limit: number },
  ): Promise<Touched[]> {
    return tx.manager.query(
      `select subject_id as "subjectId", kind, person_id as "personId", outcome, bound, before_on as "beforeOn",
         after_on as "afterOn", changes
       from impact_difference
       where preview_id = $1 and ($2::text is null or kind = $2) and ($3::text is null or outcome = $3)
         and ($4::jsonb is null or changes @> $4) and ($5::uuid is null or subject_id > $5)
       order by subject_id limit $6`,
      [previewId, kind ?? null, outcome ?? null, clause ? JSON.stringify([{ clause }]) : null, page.after, page.limit],
    );
  }

  counts(tx: Tx, previewId: string): Promise<TouchedCount[]> {
    return tx.manager.query(
      `select kind, outcome, bound, count(*)::int as count from impact_difference where preview_id = $1
       group by kind, outcome, bound order by kind, outcome, bound`,
      [previewId],
    );
  }

  /** The clauses behind the differences, those of most people first. */
  byClause(tx: Tx, previewId: string): Promise<ClauseCount[]> {
    return tx.manager.query(
      `select d.kind, c.clause, c.effect, c.unit, count(*)::int as people, min(c.amount)::int as least,
         max(c.amount)::int as most
       from impact_difference d
       cross join jsonb_to_recordset(d.changes) as c(clause text, effect text, amount numeric, unit text)
       where d.preview_id = $1 group by d.kind, c.clause, c.effect, c.unit
       order by d.kind, people desc, c.clause, c.effect limit 200`,
      [previewId],
    );
  }

  /** Forgets the results of drafts that were settled before an instant. */
  async forget(tx: Tx, before: Temporal.Instant): Promise<void> {
    await tx.manager.query(
      `delete from impact_difference i using impact_preview p join scheme_draft d on d.id = p.draft_id
       where i.preview_id = p.id and d.settled_at < $1`,
      [before.toString()],
    );
  }
}
