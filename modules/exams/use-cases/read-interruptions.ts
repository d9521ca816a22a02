import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import { isUnderWay } from '../domain/outages.js';
import { LateAnswerRepository, type LateSummary } from '../persistence/late-answer.repository.js';
import { OutageRepository, type GivenBack } from '../persistence/outage.repository.js';
import { VoidRepository, type VoidProposal } from '../persistence/void.repository.js';

export type { LateSummary } from '../persistence/late-answer.repository.js';

export interface Interruptions {
  givenBack: GivenBack[];
  late: LateSummary | null;
  /** Nobody closed it yet, and its candidate can go on or come back. */
  underWay: boolean;
  /** Newest first. */
  proposals: (VoidProposal & { proposer: string; isOwn: boolean })[];
  /** Over, with a result that is no pass, and nobody has proposed it yet. */
  canPropose: boolean;
}

/** What was interrupted in a sitting and what came of it, for whoever watches over the room. Never an answer. */
@Injectable()
export class ReadInterruptions {
  constructor(
    private readonly outages: OutageRepository,
    private readonly late: LateAnswerRepository,
    private readonly voids: VoidRepository,
    private readonly people: People,
  ) {}

  /** @param sitting one that the acting person may see */
  async execute(tx: Tx, { id, state }: { id: string; state: string }): Promise<Interruptions> {
    const proposals = await this.voids.of(tx, id);
    const names = await this.people.getAll(tx, [...new Set(proposals.map(({ proposedBy }) => proposedBy))]);
    const result = state === 'submitted' || state === 'time_up' ? await this.voids.resultOf(tx, id) : null;
    const me = personIdOf(tx.actor);
    return {
      givenBack: await this.outages.givenBack(tx, id),
      late: await this.late.of(tx, id),
      underWay: state === 'open' && isUnderWay(await this.outages.heard(tx, id), tx.now),
      proposals: proposals.map((one) => ({
        ...one,
        proposer: names.get(one.proposedBy)?.legalName ?? '',
        isOwn: one.proposedBy === me,
      })),
      canPropose: result !== null && !result.passed && proposals.every(({ outcome }) => outcome !== null),
    };
  }
}
