import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SitExamHere } from '../../certification/exam-sittings.public.js';
import type { VoidReason } from '../domain/sitting-state.js';
import { voidNotPossible, voidSecondPerson, voidSettled, voidWaits } from '../exams.errors.js';
import { SittingRepository, type Sitting } from '../persistence/sitting.repository.js';
import { VoidRepository } from '../persistence/void.repository.js';
import { AfterEndTrail } from './after-end-trail.js';
import { Proctors } from './proctors.js';

/** What is kept of it, together. */
@Injectable()
export class VoidRows {
  constructor(
    readonly sittings: SittingRepository,
    readonly voids: VoidRepository,
  ) {}
}

/**
 * Lets a sitting that is over not count, by two people of the room and never against a pass: the result stays on file, no attempt is used,
 * and the person may sit another form without a wait.
 */
@Injectable()
export class VoidAfterEnd {
  constructor(
    private readonly proctors: Proctors,
    private readonly rows: VoidRows,
    private readonly here: SitExamHere,
    private readonly trail: AfterEndTrail,
  ) {}

  /** @throws DomainError not_found; exams.void_not_possible, exams.void_waits */
  async propose(tx: Tx, sittingId: string, reason: VoidReason): Promise<{ proposalId: string; sittingId: string }> {
    const sitting = await this.held(tx, sittingId);
    await this.resultToWithdraw(tx, sitting);
    const proposal = { proposalId: this.trail.newId(), reason, by: personIdOf(tx.actor) };
    if (!(await this.rows.voids.propose(tx, sitting, proposal))) throw voidWaits();
    await this.trail.note(tx, 'void-proposed', sitting, { proposal: proposal.proposalId, reason });
    return { proposalId: proposal.proposalId, sittingId };
  }

  /** @throws DomainError not_found; exams.void_settled, .void_second_person, .void_not_possible */
  async settle(tx: Tx, sittingId: string, outcome: 'agreed' | 'declined'): Promise<{ sittingId: string }> {
    const sitting = await this.held(tx, sittingId);
    const proposal = (await this.rows.voids.of(tx, sittingId)).find((one) => one.outcome === null);
    if (!proposal) throw voidSettled();
    const by = personIdOf(tx.actor);
    if (proposal.proposedBy === by) throw voidSecondPerson();
    await this.rows.voids.settle(tx, proposal.id, { outcome, by });
    await this.trail.note(tx, `void-${outcome}`, sitting, { proposal: proposal.id, reason: proposal.reason });
    if (outcome === 'declined') return { sittingId };
    const { examResultId } = await this.resultToWithdraw(tx, sitting);
    const step = { eventId: this.trail.newId(), move: 'void_after' as const, at: tx.now, by, reason: proposal.reason };
    await this.rows.sittings.move(tx, sitting, step);
    await this.here.withdraw(tx, { applicationId: sitting.applicationId, examResultId });
    await this.trail.tell(tx, sitting);
    return { sittingId };
  }

  private async resultToWithdraw(tx: Tx, { id, state }: Sitting): Promise<{ examResultId: string }> {
    const result = state === 'submitted' || state === 'time_up' ? await this.rows.voids.resultOf(tx, id) : null;
    if (!result || result.passed) throw voidNotPossible();
    return result;
  }

  /** Nobody begins the next sitting, and nobody scores this one anew, until it is settled. */
  private async held(tx: Tx, sittingId: string): Promise<Sitting> {
    const known = await this.proctors.sitting(tx, sittingId);
    await this.here.hold(tx, known.applicationId);
    const sitting = await this.rows.sittings.lock(tx, sittingId);
    if (!sitting) throw notFound('this sitting');
    return sitting;
  }
}
