import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationMove } from '../domain/application-state.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { AskFees } from './ask-fees.js';
import { SetClock } from './set-clock.js';

/** What follows a step by itself: the clock is set again, and the fee that goes with it is asked for. */
@Injectable()
export class FollowStep {
  constructor(
    private readonly setClock: SetClock,
    private readonly fees: AskFees,
  ) {}

  async execute(tx: Tx, application: ApplicationEntity, move: ApplicationMove): Promise<void> {
    await this.setClock.execute(tx, application);
    await this.fees.execute(tx, application, move);
  }
}
