import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { AccessEntity, ConsentEntity } from './consent.entity.js';

/** Consents and who looked. */
@Injectable()
export class ConsentRepository {
  /** @returns false where the pair has a standing consent */
  async insertOnce(tx: Tx, consent: ConsentEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(ConsentEntity).values(consent);
    return (await insert.orIgnore().returning('id').execute()).raw.length > 0;
  }

  /** What these people share with the employer, withdrawn ones left out, whatever their dates. */
  async standingFor(tx: Tx, organizationId: string, personIds: readonly string[]): Promise<ConsentEntity[]> {
    if (personIds.length === 0) return [];
    return tx.manager.findBy(ConsentEntity, { organizationId, personId: In([...personIds]), withdrawnAt: IsNull() });
  }

  async ofPerson(tx: Tx, personId: string): Promise<ConsentEntity[]> {
    return tx.manager.find(ConsentEntity, { where: { personId, withdrawnAt: IsNull() }, order: { givenAt: 'desc' } });
  }

  /** @returns the consent that ended now; null where the person has none of that id standing */
  async withdraw(tx: Tx, personId: string, id: string): Promise<ConsentEntity | null> {
    const consent = await tx.manager.findOne(ConsentEntity, {
      where: { id, personId, withdrawnAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (consent) await tx.manager.update(ConsentEntity, { id }, { withdrawnAt: tx.now });
    return consent;
  }

  async noteAccess(tx: Tx, accesses: readonly AccessEntity[]): Promise<void> {
    if (accesses.length > 0) await tx.manager.insert(AccessEntity, accesses as never);
  }

  /** Who looked at a person's shared record, newest first. */
  async accessesOf(tx: Tx, personId: string, limit: number, before?: string): Promise<AccessEntity[]> {
    return tx.manager.find(AccessEntity, {
      where: { personId, ...(before && { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
  }
}
