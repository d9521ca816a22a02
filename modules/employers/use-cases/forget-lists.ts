import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { RosterRepository } from '../persistence/roster.repository.js';

/** Uploaded lists hold names of people who may never have come onto the roster: they are kept for a day. */
@Injectable()
export class ForgetLists {
  constructor(private readonly roster: RosterRepository) {}

  async execute(tx: Tx): Promise<void> {
    await this.roster.forgetImports(tx);
  }
}
