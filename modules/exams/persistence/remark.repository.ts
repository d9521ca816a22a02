import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { QueryFailedError } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { NotUpheldReason, RemarkKind } from '../domain/rescoring/remarks.js';
import type { RulingKind } from '../domain/rescoring/ruling.js';
import { challengedAlready, hadPart, remarkTooLate } from '../rescoring.errors.js';

export interface Remark {
  id: string;
  bodyId: string;
  personId: string;
  sittingId: string;
  kind: RemarkKind;
  place: number | null;
  versionId: string | null;
  secretId: string;
  createdAt: Temporal.Instant;
  /** Of the body. */
  timeZone: string;
  decision: RemarkDecision | null;
}

export interface RemarkDecision {
  outcome: 'upheld' | 'not_upheld';
  ruling: RulingKind | null;
  reason: NotUpheldReason | null;
  secretId: string;
  decidedBy: string;
  decidedAt: Temporal.Instant;
}

/** A remark in the queue: about which exam, and how far it is. */
export interface RemarkInQueue extends Remark {
  exam: string;
  readAt: Temporal.Instant | null;
}

const REMARK = `r.id, r.body_id as "bodyId", r.person_id as "personId", r.sitting_id as "sittingId", r.kind, r.place,
  r.version_id as "versionId", r.secret_id as "secretId", r.created_at as "createdAt", o.time_zone as "timeZone",
  case when d.remark_id is not null then jsonb_build_object('outcome', d.outcome, 'ruling', d.ruling, 'reason', d.reason,
    'secretId', d.secret_id, 'decidedBy', d.decided_by) end as decision, d.decided_at as "decidedAt"`;
const FROM = `from exam_remark r join organization o on o.id = r.body_id
  left join exam_remark_decision d on d.remark_id = r.id`;

type Row<T extends Remark> = T & { decidedAt: Temporal.Instant | null };

/** What people who sat said, and what was decided of it. */
@Injectable()
export class RemarkRepository {
  /** @throws DomainError exams.challenged_already, exams.remark_too_late */
  async add(tx: Tx, remark: Omit<Remark, 'createdAt' | 'timeZone' | 'decision'>): Promise<void> {
    const { id, bodyId, personId, sittingId, kind, place, versionId, secretId } = remark;
    try {
      await tx.manager.query(
        `insert into exam_remark (id, body_id, person_id, sitting_id, kind, place, version_id, secret_id, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, bodyId, personId, sittingId, kind, place, versionId, secretId, tx.now.toString()],
      );
    } catch (error) {
      const constraint = constraintOf(error);
      if (constraint === 'exam_remark_sitting_id_place_key') throw challengedAlready();
      if (constraint === 'exam_remark_in_time') throw remarkTooLate();
      throw error;
    }
  }

  async ofSitting(tx: Tx, sittingId: string): Promise<Remark[]> {
    return this.read<Remark>(tx, `select ${REMARK} ${FROM} where r.sitting_id = $1 order by r.created_at, r.id`, [
      sittingId,
    ]);
  }

  async find(tx: Tx, bodyIds: readonly string[], id: string): Promise<Remark | null> {
    const where = 'r.id = $1 and r.body_id = any($2)';
    const [row] = await this.read<Remark>(tx, `select ${REMARK} ${FROM} where ${where}`, [id, [...bodyIds]]);
    return row ?? null;
  }

  /** What waits first, then the newest. */
  async queue(tx: Tx, bodyIds: readonly string[], limit: number): Promise<RemarkInQueue[]> {
    return this.read<RemarkInQueue>(
      tx,
      `select ${REMARK}, e.title as exam, (select max(x.read_at) from exam_secret_reading x where x.secret_ids @> array[r.secret_id]) as "readAt"
       ${FROM} join sitting s on s.id = r.sitting_id join exam e on e.id = s.exam_id
       where r.body_id = any($1)
       order by (r.kind = 'challenge' and d.remark_id is null) desc, r.created_at desc, r.id desc limit $2`,
      [[...bodyIds], limit],
    );
  }

  /** @returns false when it was decided already @throws DomainError exams.had_part */
  async decide(
    tx: Tx,
    { id, bodyId, personId }: Remark,
    decision: Omit<RemarkDecision, 'decidedAt'>,
  ): Promise<boolean> {
    const { outcome, ruling, reason, secretId, decidedBy } = decision;
    try {
      const rows: unknown[] = await tx.manager.query(
        `insert into exam_remark_decision (remark_id, body_id, person_id, outcome, ruling, reason, secret_id, decided_by, decided_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (remark_id) do nothing returning remark_id`,
        [id, bodyId, personId, outcome, ruling, reason, secretId, decidedBy, tx.now.toString()],
      );
      return rows.length > 0;
    } catch (error) {
      const constraint = constraintOf(error);
      if (constraint === 'exam_remark_decision_no_part' || constraint === 'exam_remark_decision_not_own')
        throw hadPart();
      throw error;
    }
  }

  /** Who was given its words, first to last. */
  async readings(tx: Tx, secretId: string): Promise<{ readerId: string; at: Temporal.Instant }[]> {
    return tx.manager.query(
      `select reader_id as "readerId", read_at as at from exam_secret_reading
       where secret_ids @> array[$1::uuid] and reader_id is not null order by read_at, id`,
      [secretId],
    );
  }

  /** Whether somebody wrote, handed in, reviewed or judged any version of an item. */
  async hadPart(tx: Tx, versionId: string, personId: string): Promise<boolean> {
    const [row]: [{ had: boolean }] = await tx.manager.query(
      'select had_part_in_item(item_id, $2) as had from bank_item_version where id = $1',
      [versionId, personId],
    );
    return row.had;
  }

  private async read<T extends Remark>(tx: Tx, sql: string, values: unknown[]): Promise<T[]> {
    const rows: Row<T>[] = await tx.manager.query(sql, values);
    return rows.map(({ decidedAt, ...row }) => {
      const decision = row.decision && decidedAt ? { ...row.decision, decidedAt } : null;
      return { ...row, decision } as unknown as T;
    });
  }
}

function constraintOf(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;
}
