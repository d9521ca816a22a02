import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import { On } from '../../src/platform/events/on.js';
import { ApplicationGranted } from '../certification/certification.public.js';
import { EnterGrant } from './use-cases/enter-grant.js';

/** A grant and its credential commit together or not at all. */
@Injectable()
export class ApplicationGrantedListener {
  constructor(private readonly enterGrant: EnterGrant) {}

  @On(ApplicationGranted, 'in-transaction')
  async issue(tx: Tx, grant: ApplicationGranted): Promise<void> {
    await this.enterGrant.execute(tx, grant);
  }
}
