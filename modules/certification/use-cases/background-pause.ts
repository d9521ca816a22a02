import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { StartClock, StopClock } from './pause-clock.js';

/** What is so already: returned to the person, or stopped for this by hand. */
const STANDS_ALREADY = ['certification.clock_not_running', 'certification.paused_for_this'];
const RUNS_ALREADY = ['certification.not_paused_for_this'];

/** While a person may answer, the body's clock stands still; it goes on with the answer, or once the last day is over. */
@Injectable()
export class BackgroundPause {
  constructor(
    private readonly stop: StopClock,
    private readonly start: StartClock,
  ) {}

  /** @param application held */
  async begin(tx: Tx, application: ApplicationEntity): Promise<void> {
    await unless(STANDS_ALREADY, () => this.stop.execute(tx, application, 'background_answer'));
  }

  /** @param application held */
  async end(tx: Tx, application: ApplicationEntity): Promise<void> {
    await unless(RUNS_ALREADY, () => this.start.execute(tx, application, 'background_answer'));
  }
}

async function unless(codes: readonly string[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError) || !codes.includes(error.code)) throw error;
  }
}
