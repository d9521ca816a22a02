import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters } from '../../notifications/notifications.public.js';
import { cohortNotFound, rests } from '../cohorts.errors.js';
import { CohortTrail } from './cohort-trail.js';
import { GroupDesk } from './group-desk.js';

/**
 * An instructor sends one of their people a letter with a fixed wording: it offers a hand and asks for nothing. One a day at most;
 * none to somebody who rests or has finished.
 */
@Injectable()
export class LendAHand {
  constructor(
    private readonly desk: GroupDesk,
    private readonly letters: Letters,
    private readonly trail: CohortTrail,
  ) {}

  /** @throws DomainError not_found for a cohort of others or somebody without a place; conflict for who rests or has finished */
  async execute(tx: Tx, { cohortId, personId }: { cohortId: string; personId: string }): Promise<void> {
    const cohort = await this.desk.teachers.cohort(tx, cohortId);
    const member = await this.desk.group.one(tx, cohort, personId);
    if (!member) throw cohortNotFound();
    if (member.activity?.isPaused || member.activity?.isFinished) throw rests();
    const instructor = await this.desk.people.get(tx, personIdOf(tx.actor));
    await this.letters.send(tx, {
      kind: 'cohort-hand',
      identity: `cohort-hand:${cohort.id}:${personId}:${dateIn('UTC', tx.now).toString()}`,
      to: { personId },
      data: { title: cohort.title, instructor: instructor.displayName, path: `/courses/${cohort.courseCode}` },
    });
    await this.trail.audit.record(tx, {
      action: 'cohorts.hand.offered',
      subject: { kind: 'cohort', id: cohort.id },
      personId,
    });
  }
}
