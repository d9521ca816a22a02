import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { Scope } from '../domain/consent.js';
import { alreadyShared, lastDayIsPast } from '../employers.errors.js';
import { ConsentRepository } from '../persistence/consent.repository.js';
import { ConsentTrail } from './consent-trail.js';

export interface NewConsent {
  organizationId: string;
  scopes: Scope[];
  /** ISO date of the last day; open when absent. */
  until?: string;
  /** The version of the text that was read; left out: the English one in force. */
  textVersion?: string;
}

/** A person lets one named employer see more than the standing, which is public. */
@Injectable()
export class GiveConsent {
  constructor(
    private readonly organizations: Organizations,
    private readonly consents: ConsentRepository,
    private readonly trail: ConsentTrail,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError not_found for who is no employer, employers.already_shared, employers.last_day_is_past */
  async execute(tx: Tx, { organizationId, scopes, until, textVersion }: NewConsent): Promise<{ id: string }> {
    const personId = personIdOf(tx.actor);
    const organization = await this.organizations.get(tx, organizationId);
    if (organization.kind !== 'employer') throw notFound('this employer');
    const fromOn = dateIn(organization.timeZone, tx.now);
    const untilOn = until ? Temporal.PlainDate.from(until) : null;
    if (untilOn && Temporal.PlainDate.compare(untilOn, fromOn) < 0) throw lastDayIsPast();
    const id = this.ids.next();
    const dates = { fromOn, untilOn, givenAt: tx.now, withdrawnAt: null };
    const consent = { id, personId, organizationId, scopes: [...new Set(scopes)], ...dates };
    if (!(await this.consents.insertOnce(tx, consent))) throw alreadyShared();
    await this.trail.given(tx, consent, textVersion);
    return { id };
  }
}
