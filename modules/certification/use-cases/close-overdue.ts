import { Injectable } from '@nestjs/common';
import { dateIn, isBefore } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ApplicationRules } from './application-rules.js';
import { TakeStep } from './take-step.js';

const BATCH = 100;

/** Closes applications whose scheme's time ran out while it was the person's turn. Evidence stays for a new one. */
@Injectable()
export class CloseOverdue {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly rules: ApplicationRules,
    private readonly step: TakeStep,
  ) {}

  async execute(tx: Tx): Promise<void> {
    // The farthest west it may still be yesterday: what is past in UTC is looked at, each body's own day decides.
    for (const { id } of await this.applications.closingBefore(tx, dateIn('UTC', tx.now), BATCH)) {
      const application = await this.applications.lock(tx, id);
      const { today } = await this.rules.of(tx, application);
      const isTheirTurn = ['draft', 'returned', 'admitted'].includes(application.state);
      if (!isTheirTurn || !application.closesOn || !isBefore(application.closesOn, today)) continue;
      await this.step.execute(tx, application, { move: 'time_out' });
    }
  }
}
