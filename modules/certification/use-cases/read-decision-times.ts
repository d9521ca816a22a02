import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { notFound } from '../../../src/kernel/domain-error.js';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { lastTwelveMonths, median } from '../domain/median.js';
import { ClockRepository } from '../persistence/clock.repository.js';

export interface DecisionTimes {
  body: { name: string; slug: string; timeZone: string };
  /** The first day counted, and the day of counting. */
  since: Temporal.PlainDate;
  today: Temporal.PlainDate;
  decided: number;
  /** Calendar days from the first sending to the decision, pauses included; null while nothing was decided. */
  medianDays: number | null;
  months: { month: string; decided: number; medianDays: number | null }[];
  open: number;
  paused: number;
  late: number;
}

/** How long a body takes to decide, counted from its own record: for everybody to see. */
@Injectable()
export class ReadDecisionTimes {
  constructor(
    private readonly organizations: Organizations,
    private readonly clocks: ClockRepository,
  ) {}

  /** @throws DomainError not_found for what is no certifying body */
  async execute(tx: Tx, slug: string): Promise<DecisionTimes> {
    const body = await this.organizations.bySlug(tx, slug);
    if (body.kind !== 'certifying-body') throw notFound('this certifying body');
    const today = dateIn(body.timeZone, tx.now);
    const months = lastTwelveMonths(today);
    const since = today.with({ day: 1 }).subtract({ months: 11 });
    const decisions = await this.clocks.decisions(tx, body.id, { zone: body.timeZone, since });
    return {
      body: { name: body.name, slug: body.slug, timeZone: body.timeZone },
      since,
      today,
      decided: decisions.length,
      medianDays: median(decisions.map(({ days }) => days)),
      months: months.map((month) => {
        const days = decisions.filter((decision) => decision.month === month).map((decision) => decision.days);
        return { month, decided: days.length, medianDays: median(days) };
      }),
      ...(await this.clocks.open(tx, body.id)),
    };
  }
}
