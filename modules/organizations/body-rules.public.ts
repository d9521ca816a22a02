import { Injectable } from '@nestjs/common';
import type { WorkCalendar } from '../../src/kernel/time-limit.js';
import { notFound } from '../../src/kernel/domain-error.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { BodySettings } from './domain/body-settings.js';
import { BodyRulesRepository } from './persistence/body-rules.repository.js';
import { OrganizationRepository } from './persistence/organization.repository.js';

export type { BodySettings } from './domain/body-settings.js';
export { HolidaysChanged } from './domain/holidays-changed.js';

/** How a body has set itself up: its own numbers and its calendar. */
@Injectable()
export class BodyRules {
  constructor(
    private readonly rules: BodyRulesRepository,
    private readonly organizations: OrganizationRepository,
  ) {}

  /** Every setting of a body; what it did not set has the value that holds for all. */
  settings(tx: Tx, bodyId: string): Promise<BodySettings> {
    return this.rules.settings(tx, bodyId);
  }

  /** Zone and holidays, to count business days with. @throws DomainError `not_found` */
  async calendar(tx: Tx, bodyId: string): Promise<WorkCalendar> {
    const body = await this.organizations.find(tx, bodyId);
    if (!body) throw notFound('this organization');
    const holidays = await this.rules.holidays(tx, bodyId);
    return { zone: body.timeZone, holidays: new Set(holidays.map(({ onDate }) => onDate.toString())) };
  }
}
