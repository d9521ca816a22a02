import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { BodyRules } from '../../organizations/body-rules.public.js';
import { warningStage } from '../domain/application-clock.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ClockRepository } from '../persistence/clock.repository.js';
import { ReadClocks } from './read-clocks.js';
import { WriteLimitLetters } from './write-limit-letters.js';

const BATCH = 200;

/**
 * Tells the staff of a body of a limit that is about to pass, passes today, or has passed: once each. Only looks at the steps
 * and pauses, so it also finds what a list might have missed.
 */
@Injectable()
export class WarnOfLimits {
  constructor(
    private readonly clocks: ClockRepository,
    private readonly read: ReadClocks,
    private readonly bodies: BodyRules,
    private readonly letters: WriteLimitLetters,
  ) {}

  async execute(tx: Tx): Promise<void> {
    let after: string | null = null;
    for (;;) {
      const page: ApplicationEntity[] = await this.clocks.openAfter(tx, after, BATCH);
      for (const application of page) await this.look(tx, application);
      after = page.at(-1)?.id ?? null;
      if (page.length < BATCH) return;
    }
  }

  private async look(tx: Tx, application: ApplicationEntity): Promise<void> {
    const clocks = await this.read.execute(tx, application);
    await this.clocks.keep(tx, application.id, clocks[0] ?? null);
    if (clocks.length === 0) return;
    const { zone } = await this.bodies.calendar(tx, application.bodyId);
    const { warn_days: warnDays } = await this.bodies.settings(tx, application.bodyId);
    const day = { today: dateIn(zone, tx.now), now: tx.now, warnDays };
    for (const clock of clocks) {
      const stage = warningStage(clock, day);
      if (stage) await this.letters.execute(tx, application, clock, stage);
    }
  }
}
