import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ClockRepository } from '../persistence/clock.repository.js';
import { SetClock } from './set-clock.js';

/** Counts the time of every open application of a body again, when the days it works on are others. */
@Injectable()
export class ResetClocks {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly clocks: ClockRepository,
    private readonly setClock: SetClock,
  ) {}

  async execute(tx: Tx, bodyId: string): Promise<void> {
    for (const { id } of await this.clocks.openOf(tx, bodyId)) {
      await this.setClock.execute(tx, await this.applications.lock(tx, id));
    }
  }
}
