import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ConflictKind } from '../domain/conflict-kinds.js';
import { DeclaredConflictEndEntity, DeclaredConflictEntity } from './declared-conflict.entity.js';

export interface DeclaredConflict {
  id: string;
  bodyId: string;
  personId: string;
  kind: ConflictKind;
  declaredAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
}

const SELECT = `select c.id, c.body_id as "bodyId", c.person_id as "personId", c.kind, c.declared_at as "declaredAt",
  e.ended_at as "endedAt" from declared_conflict c left join declared_conflict_end e on e.declared_conflict_id = c.id`;

/** What staff declared about themselves. */
@Injectable()
export class DeclaredConflictRepository {
  async declare(tx: Tx, conflict: DeclaredConflictEntity): Promise<void> {
    await tx.manager.insert(DeclaredConflictEntity, conflict);
  }

  /** @returns false when it had ended before */
  async end(tx: Tx, end: DeclaredConflictEndEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(DeclaredConflictEndEntity).values(end).orIgnore();
    const { raw } = await insert.returning('declared_conflict_id').execute();
    return (raw as unknown[]).length > 0;
  }

  /** What somebody declared at these bodies, newest first. */
  ofStaff(tx: Tx, declaredBy: string, bodyIds: readonly string[]): Promise<DeclaredConflict[]> {
    const sql = `${SELECT} where c.declared_by = $1 and c.body_id = any($2) order by c.declared_at desc, c.id desc`;
    return tx.manager.query(sql, [declaredBy, bodyIds]);
  }

  /** What somebody declared at a body about one person. */
  between(
    tx: Tx,
    { bodyId, declaredBy, personId }: { bodyId: string; declaredBy: string; personId: string },
  ): Promise<DeclaredConflict[]> {
    const sql = `${SELECT} where c.declared_by = $1 and c.body_id = $2 and c.person_id = $3`;
    return tx.manager.query(sql, [declaredBy, bodyId, personId]);
  }
}
