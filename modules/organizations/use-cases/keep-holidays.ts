import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Events } from '../../../src/platform/events/events.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { HolidaysChanged } from '../domain/holidays-changed.js';
import { holidayEnteredAlready } from '../organizations.errors.js';
import { BodyRulesRepository } from '../persistence/body-rules.repository.js';

/** A body's administrator enters a holiday, or takes one out again. Time limits in business days follow. */
@Injectable()
export class KeepHolidays {
  constructor(
    private readonly rules: BodyRulesRepository,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError `not_found` for a body of others; `organizations.holiday_entered_already` */
  async add(
    tx: Tx,
    { bodyId, onDate, name }: { bodyId: string; onDate: Temporal.PlainDate; name: string },
  ): Promise<{ holidayId: string }> {
    requireAdministrator(tx, bodyId);
    const id = this.ids.next();
    const holiday = { id, bodyId, onDate, name: name.trim(), addedBy: personIdOf(tx.actor), createdAt: tx.now };
    if (!(await this.rules.addHoliday(tx, holiday))) throw holidayEnteredAlready();
    await this.tell(tx, { bodyId, id, act: 'added', onDate });
    return { holidayId: id };
  }

  /** @throws DomainError `not_found` for a holiday of another body */
  async remove(tx: Tx, { bodyId, holidayId }: { bodyId: string; holidayId: string }): Promise<void> {
    requireAdministrator(tx, bodyId);
    const removed = await this.rules.removeHoliday(tx, bodyId, holidayId);
    if (!removed) throw notFound('this holiday');
    await this.tell(tx, { bodyId, id: holidayId, act: 'removed', onDate: removed.onDate });
  }

  private async tell(
    tx: Tx,
    { bodyId, id, act, onDate }: { bodyId: string; id: string; act: string; onDate: Temporal.PlainDate },
  ): Promise<void> {
    await this.audit.record(tx, {
      action: `organizations.holiday.${act}`,
      subject: { kind: 'holiday', id },
      bodyId,
      details: { on: onDate.toString() },
    });
    await this.events.publish(tx, new HolidaysChanged({ bodyId }));
  }
}

function requireAdministrator(tx: Tx, bodyId: string): void {
  if (!organizationsOf(tx.actor, 'administrator').includes(bodyId)) throw notFound('this organization');
}
