import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationClock } from '../domain/application-clock.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ClockRepository } from '../persistence/clock.repository.js';
import { ReadClocks } from './read-clocks.js';

/** Looks at an application's clocks again and keeps the answer for lists: after each step, pause and change of holidays. */
@Injectable()
export class SetClock {
  constructor(
    private readonly read: ReadClocks,
    private readonly clocks: ClockRepository,
  ) {}

  /** @returns the clocks as they are now */
  async execute(tx: Tx, application: ApplicationEntity): Promise<ApplicationClock[]> {
    const clocks = await this.read.execute(tx, application);
    await this.clocks.keep(tx, application.id, clocks[0] ?? null);
    return clocks;
  }
}
