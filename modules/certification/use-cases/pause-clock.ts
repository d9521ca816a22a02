import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { clockNotRunning, notPausedForThis, pausedForThis } from '../certification.errors.js';
import type { PauseReason } from '../domain/application-clock.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ClockRepository } from '../persistence/clock.repository.js';
import { SetClock } from './set-clock.js';

const RUNNING = ['submitted', 'under_review', 'admitted'];

@Injectable()
abstract class ClockChange {
  constructor(
    protected readonly clocks: ClockRepository,
    protected readonly setClock: SetClock,
    protected readonly audit: Audit,
    protected readonly ids: Ids,
  ) {}

  protected async note(tx: Tx, { id, bodyId, personId }: ApplicationEntity, act: string, reason: PauseReason) {
    await this.audit.record(tx, {
      action: `certification.application.${act}`,
      subject: { kind: 'application', id },
      bodyId,
      personId,
      details: { reason },
    });
  }
}

/** Stops an application's clock, with a reason that everybody concerned reads; for other use cases of this module. */
@Injectable()
export class StopClock extends ClockChange {
  /**
   * @param application held by `ApplicationRepository.lock`
   * @throws DomainError certification.clock_not_running unless the body has the case; certification.paused_for_this
   */
  async execute(tx: Tx, application: ApplicationEntity, reason: PauseReason): Promise<void> {
    if (!RUNNING.includes(application.state)) throw clockNotRunning();
    const { id: applicationId, bodyId, personId } = application;
    const paused = await this.clocks.pause(tx, {
      id: this.ids.next(),
      applicationId,
      bodyId,
      personId,
      reasonCode: reason,
      pausedAt: tx.now,
      pausedBy: tx.actor.kind === 'person' ? personIdOf(tx.actor) : null,
      endedAt: null,
      endedBy: null,
    });
    if (!paused) throw pausedForThis();
    await this.note(tx, application, 'clock-stopped', reason);
    await this.setClock.execute(tx, application);
  }
}

/** Lets it run again. The days it stood still are given back. */
@Injectable()
export class StartClock extends ClockChange {
  /** @param application held by `ApplicationRepository.lock` @throws DomainError certification.not_paused_for_this */
  async execute(tx: Tx, application: ApplicationEntity, reason: PauseReason): Promise<void> {
    const endedBy = tx.actor.kind === 'person' && tx.actor.personId !== application.personId ? tx.actor.personId : null;
    if (!(await this.clocks.resume(tx, application.id, reason, endedBy))) throw notPausedForThis();
    await this.note(tx, application, 'clock-started', reason);
    await this.setClock.execute(tx, application);
  }
}
