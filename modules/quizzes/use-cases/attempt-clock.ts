import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { minutesWith, mostOf } from '../domain/accommodation.js';
import { CLOSE_OVERDUE_ATTEMPT } from '../domain/effects.js';
import { closesAt } from '../domain/timing.js';
import { AccommodationRepository } from '../persistence/accommodation.repository.js';

/** How long a person has for an attempt, and that it ends by itself. */
@Injectable()
export class AttemptClock {
  constructor(
    private readonly accommodations: AccommodationRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A quiz can be left and gone on with at any time, so the time for breaks is simply there from the beginning.
   * @param minutes what everybody is allowed @returns the end of an attempt that begins now, with the person's accommodations
   */
  async endFor(tx: Tx, personId: string, minutes: number): Promise<Temporal.Instant> {
    const accommodation = mostOf(await this.accommodations.holding(tx, personId));
    return tx.now.add({ minutes: minutesWith(minutes, accommodation) + accommodation.breakMinutes });
  }

  /** Once what was on its way at the end has arrived. */
  async closeAfter(tx: Tx, attemptId: string, deadlineAt: Temporal.Instant): Promise<void> {
    await this.outbox.add(tx, { kind: CLOSE_OVERDUE_ATTEMPT, payload: { attemptId }, dueAt: closesAt(deadlineAt) });
  }
}
