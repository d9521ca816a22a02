import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { QueryFailedError } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { RulingKind } from '../domain/rescoring/ruling.js';
import { proposedAlready, rescoreSecondPerson } from '../rescoring.errors.js';

export interface Rescore {
  id: string;
  bodyId: string;
  itemId: string;
  versionId: string;
  /** Null for every form that holds the item. */
  formId: string | null;
  /** The challenge that it follows from; null where figures led to it. */
  remarkId: string | null;
  ruling: RulingKind;
  secretId: string;
  proposedBy: string;
  proposedAt: Temporal.Instant;
  approvedBy: string | null;
  approvedAt: Temporal.Instant | null;
  declinedBy: string | null;
  declinedAt: Temporal.Instant | null;
  appliedAt: Temporal.Instant | null;
}

/** A form that a rescore is about, as it was made. */
export interface AffectedForm {
  id: string;
  number: number;
  examId: string;
  exam: string;
  studyId: string;
  scale: { min: number; max: number; pass: number };
  scoredItems: number;
  cutNumerator: number;
  cutDenominator: number;
}

/** What a rescore made of a form's key. */
export interface RescoredForm {
  rescoreId: string;
  formId: string;
  number: number;
  scoredItems: number;
  cutNumerator: number;
  cutDenominator: number;
}

const COLUMNS = `id, body_id as "bodyId", item_id as "itemId", version_id as "versionId", form_id as "formId", remark_id as "remarkId",
  ruling, secret_id as "secretId", proposed_by as "proposedBy", proposed_at as "proposedAt", approved_by as "approvedBy",
  approved_at as "approvedAt", declined_by as "declinedBy", declined_at as "declinedAt", applied_at as "appliedAt"`;
const CUT = `cut_numerator::float8 as "cutNumerator", cut_denominator::float8 as "cutDenominator"`;

/** Rescores, and the keys of forms that followed from them. */
@Injectable()
export class RescoreRepository {
  /** @throws DomainError exams.rescore_proposed_already */
  async add(
    tx: Tx,
    one: Pick<
      Rescore,
      'id' | 'bodyId' | 'itemId' | 'versionId' | 'formId' | 'remarkId' | 'ruling' | 'secretId' | 'proposedBy'
    >,
  ): Promise<void> {
    const { id, bodyId, itemId, versionId, formId, remarkId, ruling, secretId, proposedBy } = one;
    try {
      await tx.manager.query(
        `insert into exam_rescore (id, body_id, item_id, version_id, form_id, remark_id, ruling, secret_id, proposed_by, proposed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, bodyId, itemId, versionId, formId, remarkId, ruling, secretId, proposedBy, tx.now.toString()],
      );
    } catch (error) {
      if (constraintOf(error) === 'exam_rescore_proposed') throw proposedAlready();
      throw error;
    }
  }

  async find(tx: Tx, bodyIds: readonly string[], id: string): Promise<Rescore | null> {
    const [row]: Rescore[] = await tx.manager.query(
      `select ${COLUMNS} from exam_rescore where id = $1 and body_id = any($2)`,
      [id, [...bodyIds]],
    );
    return row ?? null;
  }

  /** Newest first, each with the number of passes that are looked at because of it and not decided. */
  async list(tx: Tx, bodyIds: readonly string[], limit: number): Promise<(Rescore & { openPasses: number })[]> {
    return tx.manager.query(
      `select ${COLUMNS}, (select count(*)::int from exam_pass_decision p where p.rescore_id = exam_rescore.id and p.outcome is null)
         as "openPasses"
       from exam_rescore where body_id = any($1) order by proposed_at desc, id desc limit $2`,
      [[...bodyIds], limit],
    );
  }

  /** Held until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<Rescore | null> {
    const [row]: Rescore[] = await tx.manager.query(`select ${COLUMNS} from exam_rescore where id = $1 for update`, [
      id,
    ]);
    return row ?? null;
  }

  /** @returns whether it waited for that @throws DomainError exams.rescore_second_person */
  async approve(tx: Tx, id: string, by: string): Promise<boolean> {
    try {
      return await this.settle(tx, 'approved_by = $2, approved_at = $3', [id, by, tx.now.toString()]);
    } catch (error) {
      if (constraintOf(error) === 'exam_rescore_second_person') throw rescoreSecondPerson();
      throw error;
    }
  }

  /** @returns whether it waited for that */
  decline(tx: Tx, id: string, by: string): Promise<boolean> {
    return this.settle(tx, 'declined_by = $2, declined_at = $3', [id, by, tx.now.toString()]);
  }

  async finish(tx: Tx, id: string): Promise<void> {
    await tx.manager.query('update exam_rescore set applied_at = $2 where id = $1 and applied_at is null', [
      id,
      tx.now.toString(),
    ]);
  }

  /** The forms that hold a version, or the one that is named among them; by exam and number. */
  async affected(tx: Tx, { bodyId, versionId, formId }: Pick<Rescore, 'bodyId' | 'versionId' | 'formId'>) {
    const rows: AffectedForm[] = await tx.manager.query(
      `select f.id, f.number, f.exam_id as "examId", e.title as exam, e.study_id as "studyId", f.scored_items as "scoredItems", ${CUT},
         jsonb_build_object('min', e.scale_min, 'max', e.scale_max, 'pass', e.scale_pass) as scale
       from exam_form f join exam e on e.id = f.exam_id join exam_form_item i on i.form_id = f.id and i.version_id = $2
       where f.body_id = $1 and ($3::uuid is null or f.id = $3) order by e.created_at, f.number`,
      [bodyId, versionId, formId],
    );
    return rows;
  }

  async addForm(tx: Tx, bodyId: string, form: RescoredForm): Promise<void> {
    const { rescoreId, formId, number, scoredItems, cutNumerator, cutDenominator } = form;
    await tx.manager.query(
      `insert into exam_rescore_form (rescore_id, form_id, body_id, number, scored_items, cut_numerator, cut_denominator, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [rescoreId, formId, bodyId, number, scoredItems, cutNumerator, cutDenominator, tx.now.toString()],
    );
  }

  async formsOf(tx: Tx, rescoreId: string): Promise<RescoredForm[]> {
    return tx.manager.query(
      `select rescore_id as "rescoreId", form_id as "formId", number, scored_items as "scoredItems", ${CUT}
       from exam_rescore_form where rescore_id = $1 order by form_id`,
      [rescoreId],
    );
  }

  /** Versions of a body whose keys were ruled: they are drawn into no form any more. */
  async ruledVersions(tx: Tx, bodyId: string): Promise<Set<string>> {
    const rows: { id: string }[] = await tx.manager.query(
      'select distinct version_id as id from exam_rescore where body_id = $1 and approved_at is not null',
      [bodyId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What holds of a form, first to last, with the cut of the newest. */
  async inForce(
    tx: Tx,
    formId: string,
  ): Promise<(RescoredForm & Pick<Rescore, 'versionId' | 'ruling' | 'secretId'>)[]> {
    return tx.manager.query(
      `select k.rescore_id as "rescoreId", k.form_id as "formId", k.number, k.scored_items as "scoredItems", ${CUT},
         r.version_id as "versionId", r.ruling, r.secret_id as "secretId"
       from exam_rescore_form k join exam_rescore r on r.id = k.rescore_id where k.form_id = $1 order by k.number`,
      [formId],
    );
  }

  /** Until the transaction ends no key of the body's forms changes. */
  async holdKeys(tx: Tx, bodyId: string): Promise<void> {
    await tx.manager.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [`exam_keys ${bodyId}`]);
  }

  /** Waits for sittings that are closing and forms that are drawn; until the transaction ends none is. */
  async changeKeys(tx: Tx, bodyId: string): Promise<void> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`exam_keys ${bodyId}`]);
  }

  private async settle(tx: Tx, set: string, values: unknown[]): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.manager.query(
      `update exam_rescore set ${set} where id = $1 and approved_at is null and declined_at is null returning id`,
      values,
    );
    return rows.length > 0;
  }
}

function constraintOf(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;
}
