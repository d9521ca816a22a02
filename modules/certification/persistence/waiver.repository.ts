import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { RequirementWaiverEndEntity, RequirementWaiverEntity } from './waiver.entity.js';

/** Requirements that were set aside, and waivers that were taken back. */
@Injectable()
export class WaiverRepository {
  /** Of one application, first to last. */
  of(tx: Tx, applicationId: string): Promise<RequirementWaiverEntity[]> {
    return tx.manager.find(RequirementWaiverEntity, {
      where: { applicationId },
      order: { waivedAt: 'asc', id: 'asc' },
    });
  }

  /** Of one application, by the id of the waiver that each took back. */
  async endsOf(tx: Tx, applicationId: string): Promise<Map<string, RequirementWaiverEndEntity>> {
    const ends = await tx.manager.findBy(RequirementWaiverEndEntity, { applicationId });
    return new Map(ends.map((end) => [end.waiverId, end]));
  }

  /** @returns false when this requirement is set aside already */
  async add(tx: Tx, waiver: RequirementWaiverEntity): Promise<boolean> {
    try {
      await tx.manager.insert(RequirementWaiverEntity, waiver);
      return true;
    } catch (error) {
      const { constraint } = (error instanceof QueryFailedError ? error.driverError : {}) as { constraint?: string };
      if (constraint === 'requirement_waiver_is_the_only_one') return false;
      throw error;
    }
  }

  /** @returns false when the waiver was taken back already */
  async end(tx: Tx, end: RequirementWaiverEndEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(RequirementWaiverEndEntity).values(end).orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }
}
