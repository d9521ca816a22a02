import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { MailboxRecoveryEntity } from './mailbox-recovery.entity.js';

@Injectable()
export class MailboxRecoveryRepository {
  async add(tx: Tx, recovery: MailboxRecoveryEntity): Promise<void> {
    await tx.manager.insert(MailboxRecoveryEntity, recovery);
  }

  findByContact(tx: Tx, newContactId: string): Promise<MailboxRecoveryEntity | null> {
    return tx.manager.findOneBy(MailboxRecoveryEntity, { newContactId });
  }

  /** The latest one of a person, whichever body's. */
  newestOf(tx: Tx, personId: string): Promise<MailboxRecoveryEntity | null> {
    return tx.manager.findOne(MailboxRecoveryEntity, { where: { personId }, order: { createdAt: 'DESC' } });
  }
}
