import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { PreviewState, SubjectKind } from '../domain/states.js';
import { ImpactPreviewEntity } from './impact-preview.entity.js';

/** A range of persons of one preview, and how far it has come. */
export interface ImpactPart {
  readonly previewId: string;
  readonly bodyId: string;
  readonly number: number;
  readonly kind: SubjectKind;
  readonly above: string | null;
  readonly upTo: string | null;
  /** The last person whose result is kept. */
  readonly reached: string | null;
  readonly done: boolean;
}

/** How many of a kind are counted, and for whom of them the new version would hold. */
export interface Counted {
  readonly kind: SubjectKind;
  readonly counted: number;
  readonly bound: number;
}

/** How far an effect came with a part. */
export interface PartProgress {
  readonly reached: string | null;
  readonly counted: number;
  readonly bound: number;
  readonly done: boolean;
}

/** Previews and their parts. */
@Injectable()
export class ImpactPreviewRepository {
  /** @returns false where a preview of this draft is running */
  async insert(tx: Tx, preview: ImpactPreviewEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(ImpactPreviewEntity).values(preview).orIgnore();
    return ((await insert.returning('id').execute()).raw as unknown[]).length > 0;
  }

  async insertPart(tx: Tx, part: ImpactPart): Promise<void> {
    await tx.manager.query(
      `insert into impact_part (preview_id, body_id, number, kind, above, up_to) values ($1, $2, $3, $4, $5, $6)`,
      [part.previewId, part.bodyId, part.number, part.kind, part.above, part.upTo],
    );
  }

  get(tx: Tx, id: string): Promise<ImpactPreviewEntity> {
    return tx.manager.findOneByOrFail(ImpactPreviewEntity, { id });
  }

  /** The newest of a draft. */
  async newestOf(tx: Tx, draftId: string): Promise<ImpactPreviewEntity | null> {
    return tx.manager.findOne(ImpactPreviewEntity, { where: { draftId }, order: { id: 'desc' } });
  }

  /** The part, held until this transaction ends. */
  async lockPart(tx: Tx, previewId: string, number: number): Promise<ImpactPart | null> {
    const rows: ImpactPart[] = await tx.manager.query(
      `select preview_id as "previewId", body_id as "bodyId", number, kind, above, up_to as "upTo", reached,
         done_at is not null as done
       from impact_part where preview_id = $1 and number = $2 for update`,
      [previewId, number],
    );
    return rows[0] ?? null;
  }

  async advance(tx: Tx, { previewId, number }: ImpactPart, progress: PartProgress): Promise<void> {
    await tx.manager.query(
      `update impact_part set reached = $3, counted = counted + $4, bound = bound + $5, done_at = $6
       where preview_id = $1 and number = $2`,
      [previewId, number, progress.reached, progress.counted, progress.bound, progress.done ? tx.now.toString() : null],
    );
  }

  /** Whether every part of a preview is done; parts that end at the same moment are asked one after the other. */
  async allDone(tx: Tx, previewId: string): Promise<boolean> {
    await tx.manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [previewId]);
    const rows: unknown[] = await tx.manager.query(
      `select 1 from impact_part where preview_id = $1 and done_at is null limit 1`,
      [previewId],
    );
    return rows.length === 0;
  }

  async end(tx: Tx, id: string, state: Exclude<PreviewState, 'running'>): Promise<void> {
    await tx.manager.update(ImpactPreviewEntity, { id, state: 'running' }, { state, finishedAt: tx.now });
  }

  counted(tx: Tx, previewId: string): Promise<Counted[]> {
    return tx.manager.query(
      `select kind, sum(counted)::int as counted, sum(bound)::int as bound from impact_part
       where preview_id = $1 group by kind order by kind`,
      [previewId],
    );
  }
}
