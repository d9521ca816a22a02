import { Injectable } from '@nestjs/common';
import type { Role } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { PauseReason } from '../domain/application-clock.js';
import { OpenCase } from './open-case.js';
import { StartClock, StopClock } from './pause-clock.js';

/** Who may stop and start the clock of a case; the applicant sees both. */
export const TIMEKEEPERS: readonly Role[] = ['reviewer', 'registrar', 'administrator'];

/** Staff of the body stop the clock of a case, or let it run again. */
@Injectable()
export class PauseCase {
  constructor(
    private readonly cases: OpenCase,
    private readonly stop: StopClock,
    private readonly start: StartClock,
  ) {}

  async pause(tx: Tx, { applicationId, reason }: { applicationId: string; reason: PauseReason }) {
    await this.stop.execute(tx, await this.cases.lock(tx, applicationId, TIMEKEEPERS), reason);
    return { applicationId };
  }

  async resume(tx: Tx, { applicationId, reason }: { applicationId: string; reason: PauseReason }) {
    await this.start.execute(tx, await this.cases.lock(tx, applicationId, TIMEKEEPERS), reason);
    return { applicationId };
  }
}
