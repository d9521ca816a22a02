import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { onBreakUntil } from '../domain/breaks.js';
import { minutesByRule } from '../domain/outages.js';
import { isOver } from '../domain/timing.js';
import { OutageRepository } from '../persistence/outage.repository.js';
import type { Sitting } from '../persistence/sitting.repository.js';
import { ExamRows } from './exam-rows.js';
import { ExamTrail } from './exam-trail.js';

/** How a sitting stands, for the page that asks. */
export interface Contact {
  state: 'open' | 'on_break' | 'over';
  deadlineAt: Temporal.Instant;
  secondsLeft: number;
  /** Minutes that this word of the page gave back by rule. */
  givenBack: number;
}

/** The page of an open sitting says that it is there, and for how long it reached nobody: what the rule gives back is given at once. */
@Injectable()
export class KeepContact {
  constructor(
    private readonly rows: ExamRows,
    private readonly outages: OutageRepository,
    private readonly trail: ExamTrail,
  ) {}

  /** @param saidSeconds without a connection until now, by the word of the device @throws DomainError not_found for another person's */
  async execute(tx: Tx, sittingId: string, saidSeconds: number): Promise<Contact> {
    const known = await this.rows.sittings.findOwn(tx, personIdOf(tx.actor), sittingId);
    const sitting = known && saidSeconds > 0 ? await this.rows.sittings.lock(tx, sittingId) : known;
    if (!sitting) throw notFound('this sitting');
    if (sitting.state !== 'open') return contactOf(tx, sitting, 0);
    const onBreak = onBreakUntil(sitting, tx.now) !== null;
    const givenBack = saidSeconds > 0 && !onBreak ? await this.giveBack(tx, sitting, saidSeconds) : 0;
    const now = { ...sitting, deadlineAt: sitting.deadlineAt.add({ minutes: givenBack }) };
    if (!isOver(now.deadlineAt, tx.now)) await this.outages.hear(tx, sittingId);
    return contactOf(tx, now, givenBack);
  }

  private async giveBack(tx: Tx, sitting: Sitting, saidSeconds: number): Promise<number> {
    const heard = await this.outages.heard(tx, sitting.id);
    const minutes = minutesByRule(heard, saidSeconds, tx.now);
    if (minutes === 0) return 0;
    await this.outages.giveByRule(tx, sitting, { id: this.trail.newId(), minutes, silentFrom: heard.heardAt });
    await this.trail.closeAfter(tx, sitting.id, sitting.deadlineAt.add({ minutes }));
    await this.trail.sitting(tx, 'time-given-back', sitting, { minutes, reason: 'network', byRule: true });
    return minutes;
  }
}

function contactOf(tx: Tx, sitting: Sitting, givenBack: number): Contact {
  const { deadlineAt, state } = sitting;
  const secondsLeft = Math.max(0, Math.ceil(tx.now.until(deadlineAt).total('seconds')));
  const over = state !== 'open' || isOver(deadlineAt, tx.now);
  if (over) return { state: 'over', deadlineAt, secondsLeft: 0, givenBack };
  return { state: onBreakUntil(sitting, tx.now) ? 'on_break' : 'open', deadlineAt, secondsLeft, givenBack };
}
