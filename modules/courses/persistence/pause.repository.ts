import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { EnrolmentPauseEntity } from './enrolment-pause.entity.js';
import type { EnrolmentEntity } from './enrolment.entity.js';

@Injectable()
export class PauseRepository {
  constructor(private readonly ids: Ids) {}

  /** The pause that the enrolment is in; null while the person goes on. */
  open(tx: Tx, enrolmentId: string): Promise<EnrolmentPauseEntity | null> {
    return tx.manager.findOneBy(EnrolmentPauseEntity, { enrolmentId, resumedAt: IsNull() });
  }

  /** @returns whether the pause is new; the database lets one be open at a time */
  async begin(tx: Tx, { id: enrolmentId, personId }: Pick<EnrolmentEntity, 'id' | 'personId'>): Promise<boolean> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(EnrolmentPauseEntity)
      .values({ id: this.ids.next(), enrolmentId, personId, pausedAt: tx.now, resumedAt: null })
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  /** @returns whether there was a pause to end */
  async end(tx: Tx, enrolmentId: string): Promise<boolean> {
    const open = { enrolmentId, resumedAt: IsNull() };
    const { affected } = await tx.manager.update(EnrolmentPauseEntity, open, { resumedAt: tx.now });
    return affected === 1;
  }
}
