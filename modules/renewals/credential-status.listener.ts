import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import { On } from '../../src/platform/events/on.js';
import { CredentialStatusChanged } from '../credentials/credentials.public.js';
import { ExcuseRest } from './use-cases/excuse-rest.js';

/** What happened on the register ends reminders that had begun. */
@Injectable()
export class CredentialStatusListener {
  constructor(private readonly excuseRest: ExcuseRest) {}

  @On(CredentialStatusChanged, 'in-transaction')
  async excuse(tx: Tx, changed: CredentialStatusChanged): Promise<void> {
    const { eventKind } = changed;
    if (eventKind === 'renewed') await this.excuseRest.execute(tx, changed, 'renewed');
    if (eventKind === 'revoked' || eventKind === 'surrendered' || eventKind === 'superseded')
      await this.excuseRest.execute(tx, changed, 'ended');
  }
}
