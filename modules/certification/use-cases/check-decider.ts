import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { conflicts, type Conflict } from '../domain/separation-of-duties.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ApplicationRules } from './application-rules.js';

/** Which rules keep the acting person from deciding about an application, by what the data say. */
@Injectable()
export class CheckDecider {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly evidence: Evidence,
    private readonly rules: ApplicationRules,
  ) {}

  async execute(tx: Tx, application: ApplicationEntity): Promise<Conflict[]> {
    const { body, today } = await this.rules.of(tx, application);
    const steps = await this.applications.eventsOf(tx, application.id);
    const reviews = steps.filter(({ move }) => move === 'claim' || move === 'return' || move === 'admit');
    return conflicts({
      applicantId: application.personId,
      deciderId: personIdOf(tx.actor),
      reviewerIds: reviews.flatMap(({ actorPersonId }) => actorPersonId ?? []),
      facts: await this.evidence.factsOf(tx, application.personId),
      decidedOn: today,
      zone: body.timeZone,
    });
  }
}
