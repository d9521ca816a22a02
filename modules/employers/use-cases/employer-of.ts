import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations, type OrganizationSummary } from '../../organizations/organizations.public.js';

export interface Employer {
  organization: OrganizationSummary;
  /** The calendar date it is there. */
  today: Temporal.PlainDate;
}

/** The employer for whom the actor keeps the roster. */
@Injectable()
export class EmployerOf {
  constructor(private readonly organizations: Organizations) {}

  /** @throws DomainError not_found for who keeps no roster */
  async execute(tx: Tx): Promise<Employer> {
    const [id] = organizationsOf(tx.actor, 'roster-manager');
    if (!id) throw notFound('a roster of yours');
    const organization = await this.organizations.get(tx, id);
    return { organization, today: dateIn(organization.timeZone, tx.now) };
  }
}
