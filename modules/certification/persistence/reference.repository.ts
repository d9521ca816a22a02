import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { IsNull, LessThan } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ReferenceLinkEntity, ReferenceRequestEntity } from './reference.entity.js';

type NewRequest = Pick<
  ReferenceRequestEntity,
  'id' | 'applicationId' | 'bodyId' | 'personId' | 'code' | 'refereeName' | 'refereeEmail'
>;

const NOTHING_YET = {
  remindedAt: null,
  receivedAt: null,
  closedAt: null,
  closedBy: null,
  caseFileId: null,
  factId: null,
};

/** Requests for references and their links. */
@Injectable()
export class ReferenceRepository {
  /** @returns false where this referee is asked for this letter already */
  async insert(tx: Tx, request: NewRequest): Promise<boolean> {
    const values = { ...request, ...NOTHING_YET, state: 'asked' as const, askedAt: tx.now };
    const insert = tx.manager.createQueryBuilder().insert().into(ReferenceRequestEntity).values(values).orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  async get(tx: Tx, id: string): Promise<ReferenceRequestEntity> {
    return tx.manager.findOneByOrFail(ReferenceRequestEntity, { id });
  }

  /** The request of an application, held: answering, withdrawing and accepting come one after the other. */
  async lockOf(tx: Tx, applicationId: string, id: string): Promise<ReferenceRequestEntity | null> {
    const where = { id, applicationId };
    return tx.manager.findOne(ReferenceRequestEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  async lock(tx: Tx, id: string): Promise<ReferenceRequestEntity> {
    const lock = { mode: 'pessimistic_write' as const };
    return tx.manager.findOneOrFail(ReferenceRequestEntity, { where: { id }, lock });
  }

  /** First asked first. */
  async ofApplication(tx: Tx, applicationId: string): Promise<ReferenceRequestEntity[]> {
    return tx.manager.find(ReferenceRequestEntity, { where: { applicationId }, order: { askedAt: 'asc', id: 'asc' } });
  }

  async update(tx: Tx, id: string, change: Partial<ReferenceRequestEntity>): Promise<void> {
    await tx.manager.update(ReferenceRequestEntity, { id }, change);
  }

  /** Asked before a moment and not reminded yet; held, and those that another worker holds left to it. */
  async lockToRemind(tx: Tx, askedBefore: Temporal.Instant, limit: number): Promise<ReferenceRequestEntity[]> {
    return tx.manager.find(ReferenceRequestEntity, {
      where: { state: 'asked', remindedAt: IsNull(), askedAt: LessThan(askedBefore) },
      order: { askedAt: 'asc' },
      take: limit,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  async linkByToken(tx: Tx, tokenHash: Buffer): Promise<ReferenceLinkEntity | null> {
    return tx.manager.findOneBy(ReferenceLinkEntity, { tokenHash });
  }

  async insertLink(
    tx: Tx,
    link: Pick<ReferenceLinkEntity, 'id' | 'bodyId' | 'requestId' | 'tokenHash' | 'expiresAt'>,
  ): Promise<void> {
    await tx.manager.insert(ReferenceLinkEntity, { ...link, endedAt: null, endedBy: null, createdAt: tx.now });
  }

  async endLinks(tx: Tx, requestId: string, endedBy: NonNullable<ReferenceLinkEntity['endedBy']>): Promise<void> {
    await tx.manager.update(ReferenceLinkEntity, { requestId, endedAt: IsNull() }, { endedAt: tx.now, endedBy });
  }
}
