import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Evidence } from '../../evidence/evidence.public.js';
import type { ApplicationMove } from '../domain/application-state.js';
import { conflicts, type Conflict, type Part } from '../domain/separation-of-duties.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ApplicationRules } from './application-rules.js';
import { ReadSeparation } from './read-separation.js';

/** Which rules keep the acting person from a part in an application, by what the data say. */
@Injectable()
export class CheckDecider {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly evidence: Evidence,
    private readonly rules: ApplicationRules,
    private readonly separation: ReadSeparation,
  ) {}

  async execute(tx: Tx, application: ApplicationEntity, part: Part): Promise<Conflict[]> {
    const { body, today } = await this.rules.of(tx, application);
    const deciderId = personIdOf(tx.actor);
    const steps = await this.applications.eventsOf(tx, application.id);
    const reopened = steps.findLastIndex(({ move }) => move === 'reopen');
    const [earlier, present] = [steps.slice(0, reopened + 1), steps.slice(reopened + 1)];
    const whoDid = (among: typeof steps, ...moves: ApplicationMove[]): string[] =>
      among.flatMap(({ move, actorPersonId }) => (moves.includes(move) && actorPersonId ? [actorPersonId] : []));
    return conflicts({
      part,
      applicantId: application.personId,
      deciderId,
      reviewerIds: whoDid(present, 'claim', 'return', 'admit'),
      earlierIds: [
        ...whoDid(earlier, 'claim', 'return', 'admit', 'grant', 'deny'),
        ...(part === 'appeal' ? whoDid(present, 'grant', 'deny') : []),
      ],
      facts: await this.evidence.everRecorded(tx, application.personId),
      decidedOn: today,
      zone: body.timeZone,
      ...(await this.separation.execute(tx, application, { actorId: deciderId, zone: body.timeZone })),
    });
  }
}
