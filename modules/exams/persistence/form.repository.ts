import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';

export interface ExamForm {
  id: string;
  bodyId: string;
  examId: string;
  number: number;
  seed: number;
  scoredItems: number;
  cutNumerator: number;
  cutDenominator: number;
  madeBy: string;
  madeAt: Temporal.Instant;
  approvedBy: string | null;
  approvedAt: Temporal.Instant | null;
  withdrawnAt: Temporal.Instant | null;
}

export interface FormItem {
  place: number;
  versionId: string;
  itemId: string;
  kind: 'single' | 'multiple' | 'ordering';
  examDomain: string;
  competency: string;
  isPretest: boolean;
  optionOrder: string[];
}

/** How many items of a form also stand in one before it. */
export interface Overlap {
  formId: string;
  /** Of the form before. */
  number: number;
  /** Its exam, where that is another one of the same scheme. */
  exam: string | null;
  items: number;
}

const COLUMNS = `id, body_id as "bodyId", exam_id as "examId", number, seed, scored_items as "scoredItems",
  cut_numerator as "cutNumerator", cut_denominator as "cutDenominator", made_by as "madeBy", made_at as "madeAt",
  approved_by as "approvedBy", approved_at as "approvedAt", withdrawn_at as "withdrawnAt"`;

const GIVEN = `select from exam_form f where f.exam_id = $1 and f.approved_at is not null and f.withdrawn_at is null`;

/** Frozen forms and their lines. */
@Injectable()
export class FormRepository {
  /** The number that the next form of an exam has; nobody else makes one until the transaction ends. */
  async nextNumber(tx: Tx, examId: string): Promise<number> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`exam_form ${examId}`]);
    const [row]: { n: number }[] = await tx.manager.query(
      'select coalesce(max(number), 0)::int + 1 as n from exam_form where exam_id = $1',
      [examId],
    );
    return row?.n ?? 1;
  }

  async add(
    tx: Tx,
    form: Pick<
      ExamForm,
      'id' | 'bodyId' | 'examId' | 'number' | 'seed' | 'scoredItems' | 'cutNumerator' | 'cutDenominator' | 'madeBy'
    >,
    items: readonly FormItem[],
  ): Promise<void> {
    await tx.manager.query(
      `insert into exam_form (id, body_id, exam_id, number, seed, scored_items, cut_numerator, cut_denominator, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        form.id,
        form.bodyId,
        form.examId,
        form.number,
        form.seed,
        form.scoredItems,
        form.cutNumerator,
        form.cutDenominator,
        form.madeBy,
        tx.now.toString(),
      ],
    );
    await tx.manager.query(
      `insert into exam_form_item (body_id, form_id, place, version_id, item_id, kind, exam_domain, competency, is_pretest, option_order)
       select $1, $2, i.place, i."versionId", i."itemId", i.kind, i."examDomain", i.competency, i."isPretest",
         array(select jsonb_array_elements_text(i."optionOrder"))
       from jsonb_to_recordset($3::jsonb) as i (place integer, "versionId" uuid, "itemId" uuid, kind text, "examDomain" text,
         competency text, "isPretest" boolean, "optionOrder" jsonb)`,
      [form.bodyId, form.id, JSON.stringify(items)],
    );
  }

  async find(tx: Tx, bodyIds: readonly string[], id: string): Promise<ExamForm | null> {
    const [row]: ExamForm[] = await tx.manager.query(
      `select ${COLUMNS} from exam_form where id = $1 and body_id = any($2)`,
      [id, [...bodyIds]],
    );
    return row ?? null;
  }

  /** First made first. */
  async of(tx: Tx, examId: string): Promise<ExamForm[]> {
    return tx.manager.query(`select ${COLUMNS} from exam_form where exam_id = $1 order by number`, [examId]);
  }

  /** In order. */
  async itemsOf(tx: Tx, formId: string): Promise<FormItem[]> {
    return tx.manager.query(
      `select place, version_id as "versionId", item_id as "itemId", kind, exam_domain as "examDomain", competency,
         is_pretest as "isPretest", option_order as "optionOrder"
       from exam_form_item where form_id = $1 order by place`,
      [formId],
    );
  }

  /**
   * In how many forms of a scheme's exams each item stands. One that was taken back before anybody approved it was asked of nobody.
   */
  async askedBefore(
    tx: Tx,
    { bodyId, schemeCode }: { bodyId: string; schemeCode: string },
  ): Promise<Map<string, number>> {
    const rows: { itemId: string; forms: number }[] = await tx.manager.query(
      `select i.item_id as "itemId", count(*)::int as forms
       from exam e join exam_form f on f.exam_id = e.id join exam_form_item i on i.form_id = f.id
       where e.body_id = $1 and e.scheme_code = $2 and (f.approved_at is not null or f.withdrawn_at is null)
       group by i.item_id order by i.item_id`,
      [bodyId, schemeCode],
    );
    return new Map(rows.map(({ itemId, forms }) => [itemId, forms]));
  }

  /** Of each form of an exam, with those before it as {@link askedBefore} counts them; newest first. */
  async overlaps(tx: Tx, examId: string): Promise<Overlap[]> {
    return tx.manager.query(
      `select f.id as "formId", o.number, case when x.id = e.id then null else x.title end as exam, count(*)::int as items
       from exam e
       join exam_form f on f.exam_id = e.id
       join exam_form_item i on i.form_id = f.id
       join exam x on x.body_id = e.body_id and x.scheme_code = e.scheme_code
       join exam_form o on o.exam_id = x.id and case when x.id = e.id then o.number < f.number else o.made_at < f.made_at end
         and (o.approved_at is not null or o.withdrawn_at is null)
       join exam_form_item k on k.form_id = o.id and k.item_id = i.item_id
       where e.id = $1
       group by f.id, o.id, x.id, e.id, x.title order by f.id, o.made_at desc, o.id desc`,
      [examId],
    );
  }

  /** @returns whether it waited for that */
  async approve(tx: Tx, id: string, by: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.manager.query(
      `update exam_form set approved_by = $2, approved_at = $3
       where id = $1 and approved_at is null and withdrawn_at is null returning id`,
      [id, by, tx.now.toString()],
    );
    return rows.length > 0;
  }

  /** No new sitting gets it; those under way go on. @returns whether it was there to take */
  async withdraw(tx: Tx, id: string, by: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.manager.query(
      `update exam_form set withdrawn_by = $2, withdrawn_at = $3 where id = $1 and withdrawn_at is null returning id`,
      [id, by, tx.now.toString()],
    );
    return rows.length > 0;
  }

  /**
   * A form for a person: one they have not seen, then the one with the fewest items that they saw in another, then the one given to
   * fewest. `seen`: they sat it already, counted or not.
   */
  async toGive(tx: Tx, examId: string, personId: string): Promise<{ id: string; seen: boolean } | null> {
    const [row]: { id: string; seen: boolean }[] = await tx.manager.query(
      `select f.id, s.own > 0 as seen from exam_form f
       left join lateral (select count(*) filter (where s.person_id = $2) as own, count(*) as given
         from sitting s where s.form_id = f.id) s on true
       left join lateral (select count(*) as known from exam_form_item i where i.form_id = f.id and i.item_id in (
         select o.item_id from sitting p join exam_form_item o on o.form_id = p.form_id
         where p.person_id = $2 and p.body_id = f.body_id)) i on true
       where f.exam_id = $1 and f.approved_at is not null and f.withdrawn_at is null
       order by s.own, i.known, s.given, f.number limit 1`,
      [examId, personId],
    );
    return row ?? null;
  }

  /**
   * Of an exam: people who did not pass it and have seen every form that is given, and sittings that asked somebody a form which they
   * had sat before.
   */
  async retakes(tx: Tx, examId: string): Promise<{ outOfForms: number; repeated: number }> {
    const [row]: [{ outOfForms: number; repeated: number }] = await tx.manager.query(
      `select
         (select count(*)::int from (
            select s.person_id from sitting s left join lateral current_result(s.id) r on true
            where s.exam_id = $1 and s.state <> 'open' group by s.person_id
            having not bool_or(coalesce(r.passed and s.state <> 'voided', false))) p
          where exists (${GIVEN}) and not exists (${GIVEN}
            and not exists (select from sitting o where o.form_id = f.id and o.person_id = p.person_id))) as "outOfForms",
         (select count(*)::int from sitting s where s.exam_id = $1 and exists (
            select from sitting o where o.form_id = s.form_id and o.person_id = s.person_id
              and (o.started_at, o.id) < (s.started_at, s.id))) as repeated`,
      [examId],
    );
    return row;
  }
}
