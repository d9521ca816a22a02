import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { RequirementWaiverEntity } from './waiver.entity.js';

/** Requirements that were set aside. */
@Injectable()
export class WaiverRepository {
  /** Of one application, first to last. */
  of(tx: Tx, applicationId: string): Promise<RequirementWaiverEntity[]> {
    return tx.manager.find(RequirementWaiverEntity, {
      where: { applicationId },
      order: { waivedAt: 'asc', id: 'asc' },
    });
  }

  /** @returns false when this requirement is set aside already */
  async add(tx: Tx, waiver: RequirementWaiverEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(RequirementWaiverEntity).values(waiver).orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }
}
