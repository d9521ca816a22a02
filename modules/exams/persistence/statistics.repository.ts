import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Answer } from '../domain/of-quizzes.js';
import type { FormStatistics } from '../domain/statistics/form-statistics.js';

export interface MeasuredForm {
  id: string;
  bodyId: string;
  number: number;
  exam: string;
  cutNumerator: number;
  cutDenominator: number;
}

export interface MeasuredItem {
  versionId: string;
  examDomain: string;
  isPretest: boolean;
}

/** By version id; what was left open is not there. */
export type SavedAnswers = Record<string, Answer>;

export interface FormLine {
  id: string;
  number: number;
  exam: string;
  body: string;
  timeZone: string;
  sittings: number;
  recordedAt: Temporal.Instant | null;
}

/** How many sittings are in memory at a time. */
const AT_ONCE = 200;

const FORM = `f.id, f.body_id as "bodyId", f.number, e.title as exam, f.cut_numerator::float8 as "cutNumerator",
  f.cut_denominator::float8 as "cutDenominator"`;

/** What statistics of forms are worked out from, and what came of it. */
@Injectable()
export class StatisticsRepository {
  async form(tx: Tx, formId: string): Promise<MeasuredForm | null> {
    const [row]: MeasuredForm[] = await tx.manager.query(
      `select ${FORM} from exam_form f join exam e on e.id = f.exam_id where f.id = $1`,
      [formId],
    );
    return row ?? null;
  }

  /** In order. */
  async itemsOf(tx: Tx, formId: string): Promise<MeasuredItem[]> {
    return tx.manager.query(
      `select version_id as "versionId", exam_domain as "examDomain", is_pretest as "isPretest"
       from exam_form_item where form_id = $1 order by place`,
      [formId],
    );
  }

  /**
   * The answers of closed sittings of a form, {@link AT_ONCE} sittings at a time by a cursor, so that memory does not grow with them. A person
   * counts once, with the first sitting of this form: a second look at the same items says something else about them.
   */
  async *attempts(tx: Tx, formId: string): AsyncGenerator<SavedAnswers[]> {
    await tx.manager.query(
      `declare form_attempts no scroll cursor for
       select coalesce((select jsonb_object_agg(a.version_id, a.answer) from sitting_answer a where a.sitting_id = s.id), '{}') as answers
       from sitting s
       where s.form_id = $1 and s.state in ('submitted', 'time_up')
         and not exists (select from sitting e where e.person_id = s.person_id and e.form_id = s.form_id
           and e.state in ('submitted', 'time_up') and (e.started_at, e.id) < (s.started_at, s.id))`,
      [formId],
    );
    for (;;) {
      const rows: { answers: SavedAnswers }[] = await tx.manager.query(`fetch forward ${AT_ONCE} from form_attempts`);
      if (rows.length > 0) yield rows.map(({ answers }) => answers);
      if (rows.length < AT_ONCE) break;
    }
    await tx.manager.query('close form_attempts');
  }

  /**
   * Forms that more people have finished than their newest statistics rest on, in the order in which they were made.
   * @param only looks at this one
   */
  async behind(tx: Tx, only: string | null = null): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(
      `select f.id from exam_form f
       where ($1::uuid is null or f.id = $1)
         and (select count(distinct s.person_id) from sitting s
           where s.form_id = f.id and s.state in ('submitted', 'time_up'))
           > coalesce((select t.attempts from exam_form_statistic t where t.form_id = f.id
             order by t.recorded_at desc, t.id desc limit 1), 0)
       order by f.id`,
      [only],
    );
    return rows.map(({ id }) => id);
  }

  async add(
    tx: Tx,
    { id, bodyId, formId, summary }: { id: string; bodyId: string; formId: string; summary: FormStatistics },
  ): Promise<void> {
    await tx.manager.query(
      `insert into exam_form_statistic (id, body_id, form_id, attempts, summary, recorded_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, bodyId, formId, summary.attempts, JSON.stringify(summary), tx.now.toString()],
    );
  }

  async newest(tx: Tx, formId: string): Promise<{ summary: FormStatistics; recordedAt: Temporal.Instant } | null> {
    const [row]: { summary: FormStatistics; recordedAt: Temporal.Instant }[] = await tx.manager.query(
      `select summary, recorded_at as "recordedAt" from exam_form_statistic
       where form_id = $1 order by recorded_at desc, id desc limit 1`,
      [formId],
    );
    return row ?? null;
  }

  /** Forms that somebody has sat, newest form first. @param after the id that the page before ended with */
  async list(
    tx: Tx,
    bodyIds: readonly string[],
    { after, limit }: { after: string | null; limit: number },
  ): Promise<FormLine[]> {
    return tx.manager.query(
      `select f.id, f.number, e.title as exam, o.name as body, o.time_zone as "timeZone", s.sittings::int as sittings,
         (select max(t.recorded_at) from exam_form_statistic t where t.form_id = f.id) as "recordedAt"
       from exam_form f join exam e on e.id = f.exam_id join organization o on o.id = f.body_id
       cross join lateral (select count(*) as sittings from sitting s
         where s.form_id = f.id and s.state in ('submitted', 'time_up')) s
       where f.body_id = any($1) and s.sittings > 0 and ($2::uuid is null or f.id < $2) order by f.id desc limit $3`,
      [[...bodyIds], after, limit],
    );
  }
}
