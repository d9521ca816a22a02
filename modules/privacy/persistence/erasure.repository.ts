import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { Not } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ErasureEntity, ErasureFileEntity } from './erasure.entity.js';

/** A file as staff of its body sees it. */
export interface DeskErasure {
  id: string;
  bodyId: string;
  personId: string;
  state: ErasureEntity['state'];
  dueAt: Temporal.Instant;
  answerBy: Temporal.PlainDate;
  keepUntil: Temporal.PlainDate;
  reason: ErasureFileEntity['reason'];
}

@Injectable()
export class ErasureRepository {
  /** What waits or was carried out; there is one at most. */
  ofPerson(tx: Tx, personId: string): Promise<ErasureEntity | null> {
    return tx.manager.findOneBy(ErasureEntity, { personId, state: Not('taken_back') });
  }

  lock(tx: Tx, id: string): Promise<ErasureEntity | null> {
    return tx.manager.findOne(ErasureEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  filesOf(tx: Tx, erasureId: string): Promise<ErasureFileEntity[]> {
    return tx.manager.findBy(ErasureFileEntity, { erasureId });
  }

  /** @returns false when the person has one that waits or was carried out, also one of this very moment */
  async add(tx: Tx, erasure: ErasureEntity, files: readonly ErasureFileEntity[]): Promise<boolean> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(ErasureEntity)
      .values(erasure)
      .orIgnore()
      .returning('id')
      .execute();
    if (raw.length === 0) return false;
    if (files.length > 0) await tx.manager.insert(ErasureFileEntity, files as never);
    return true;
  }

  async settle(tx: Tx, id: string, state: 'taken_back' | 'carried_out'): Promise<void> {
    await tx.manager.update(ErasureEntity, { id }, { state, settledAt: tx.now });
  }

  async settleName(tx: Tx, id: string, { stays }: { stays: boolean }): Promise<void> {
    await tx.manager.update(ErasureEntity, { id }, stays ? { nameStays: true } : { nameGoneAt: tx.now });
  }

  /** Carried out, with a name that no legal file needs since before `today`. */
  async withNamesToGo(tx: Tx, today: Temporal.PlainDate): Promise<{ id: string; personId: string }[]> {
    return tx.manager.query(
      `select e.id, e.person_id as "personId" from erasure e
       where e.state = 'carried_out' and e.name_gone_at is null and not e.name_stays
         and not exists (select from erasure_file f where f.erasure_id = e.id and f.keep_until >= $1)
       order by e.settled_at limit 500`,
      [today.toString()],
    );
  }

  /** What these bodies have to say something about, the first to answer first; those taken back are left out. */
  async atDesk(tx: Tx, bodyIds: readonly string[]): Promise<DeskErasure[]> {
    return tx.manager.query(
      `select e.id, f.body_id as "bodyId", e.person_id as "personId", e.state, e.due_at as "dueAt",
         f.answer_by as "answerBy", f.keep_until as "keepUntil", f.reason
       from erasure_file f join erasure e on e.id = f.erasure_id
       where f.body_id = any($1) and e.state <> 'taken_back' and e.name_gone_at is null and not e.name_stays
       order by f.reason is not null, f.answer_by, e.id limit 200`,
      [bodyIds],
    );
  }

  fileAt(tx: Tx, erasureId: string, bodyId: string): Promise<ErasureFileEntity | null> {
    return tx.manager.findOneBy(ErasureFileEntity, { erasureId, bodyId });
  }

  async answer(
    tx: Tx,
    { erasureId, bodyId }: ErasureFileEntity,
    answer: Pick<ErasureFileEntity, 'keepUntil' | 'reason' | 'answeredBy'>,
  ): Promise<void> {
    await tx.manager.update(ErasureFileEntity, { erasureId, bodyId }, { ...answer, answeredAt: tx.now });
  }
}
