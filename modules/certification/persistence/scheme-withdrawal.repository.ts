import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SchemeWithdrawalEntity } from './scheme-withdrawal.entity.js';

/** Schemes that take no new applications. */
@Injectable()
export class SchemeWithdrawalRepository {
  all(tx: Tx): Promise<SchemeWithdrawalEntity[]> {
    return tx.manager.find(SchemeWithdrawalEntity, { order: { withdrawnFrom: 'desc' } });
  }

  of(tx: Tx, bodyId: string, schemeCode: string): Promise<SchemeWithdrawalEntity | null> {
    return tx.manager.findOneBy(SchemeWithdrawalEntity, { bodyId, schemeCode });
  }

  /** @returns false when it was withdrawn before */
  async add(tx: Tx, withdrawal: SchemeWithdrawalEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(SchemeWithdrawalEntity).values(withdrawal).orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }
}
