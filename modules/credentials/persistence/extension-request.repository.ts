import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ExtensionRequestEntity } from './extension-request.entity.js';

/** Requests for more time in a stage. */
@Injectable()
export class ExtensionRequestRepository {
  /** @returns false where one of the credential waits already */
  async insertOnce(tx: Tx, request: ExtensionRequestEntity): Promise<boolean> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(ExtensionRequestEntity)
      .values(request)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  /** The newest request of a credential. */
  async newestOf(tx: Tx, credentialId: string): Promise<ExtensionRequestEntity | null> {
    return tx.manager.findOne(ExtensionRequestEntity, {
      where: { credentialId },
      order: { createdAt: 'desc', id: 'desc' },
    });
  }

  /** A request at one of these bodies. */
  async findFor(tx: Tx, bodyIds: readonly string[], id: string): Promise<ExtensionRequestEntity | null> {
    return tx.manager.findOneBy(ExtensionRequestEntity, { id, bodyId: In([...bodyIds]) });
  }

  /** A request at one of these bodies, held until this transaction ends. */
  async lockFor(tx: Tx, bodyIds: readonly string[], id: string): Promise<ExtensionRequestEntity | null> {
    const where = { id, bodyId: In([...bodyIds]) };
    return tx.manager.findOne(ExtensionRequestEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** What waits at these bodies, longest waiting first. */
  async waitingAt(tx: Tx, bodyIds: readonly string[], limit: number): Promise<ExtensionRequestEntity[]> {
    return tx.manager.find(ExtensionRequestEntity, {
      where: { bodyId: In([...bodyIds]), state: 'asked' },
      order: { createdAt: 'asc', id: 'asc' },
      take: limit,
    });
  }

  async settle(tx: Tx, id: string, change: Partial<ExtensionRequestEntity>): Promise<void> {
    await tx.manager.update(ExtensionRequestEntity, { id }, change);
  }
}
