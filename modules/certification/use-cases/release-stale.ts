import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ClockRepository } from '../persistence/clock.repository.js';
import { TakeStep } from './take-step.js';

const BATCH = 100;

/** Hands applications back to the queue that a reviewer took on and left lying for longer than the body allows. */
@Injectable()
export class ReleaseStale {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly clocks: ClockRepository,
    private readonly step: TakeStep,
  ) {}

  async execute(tx: Tx): Promise<void> {
    for (const id of await this.clocks.staleClaims(tx, BATCH)) {
      const application = await this.applications.lock(tx, id);
      if (!(await this.clocks.isStale(tx, application))) continue; // the reviewer came back meanwhile
      await this.step.execute(tx, application, { move: 'release' });
      await this.applications.claim(tx, id, null);
    }
  }
}
