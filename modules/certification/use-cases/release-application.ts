import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { claimedBySomeoneElse } from '../certification.errors.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { OpenCase } from './open-case.js';
import { TakeStep } from './take-step.js';

/** A reviewer hands an application back to the queue. An administrator may do it for a colleague who is away. */
@Injectable()
export class ReleaseApplication {
  constructor(
    private readonly cases: OpenCase,
    private readonly applications: ApplicationRepository,
    private readonly step: TakeStep,
  ) {}

  /** @throws DomainError not_found; certification.claimed where a colleague has it and the actor is no administrator */
  async execute(tx: Tx, { applicationId }: { applicationId: string }): Promise<{ applicationId: string }> {
    const application = await this.cases.lock(tx, applicationId, ['reviewer', 'administrator']);
    const own = application.claimedBy === personIdOf(tx.actor);
    if (!own && application.claimedBy) await this.cases.read(tx, applicationId, ['administrator']).catch(refuse);
    await this.step.execute(tx, application, { move: 'release' });
    await this.applications.claim(tx, applicationId, null);
    return { applicationId };
  }
}

function refuse(): never {
  throw claimedBySomeoneElse();
}
