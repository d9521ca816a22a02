import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People, readEmailAddress } from '../../people/people.public.js';
import { ADDRESS_WANTED, entryProblems, type EntryContent } from '../domain/entry.js';
import { ownSupervisor } from '../practice.errors.js';

/** What every entry keeps to, new, changed or corrected. What it shares with other entries, the database keeps. */
@Injectable()
export class EntryRules {
  constructor(
    private readonly people: People,
    private readonly organizations: Organizations,
  ) {}

  /** @throws DomainError with a note for each field that needs attention */
  async require(tx: Tx, personId: string, entry: EntryContent): Promise<void> {
    const problems = entryProblems(entry, await this.clock(tx));
    const isTold = problems.some(({ field }) => field === 'supervisorEmail');
    if (!isTold && !readEmailAddress(entry.supervisor.email))
      problems.push({ field: 'supervisorEmail', message: ADDRESS_WANTED });
    if (problems.length > 0)
      throw new DomainError({
        code: 'practice.entry_needs_attention',
        kind: 'invalid',
        message: 'Some of this needs attention before we can save it.',
        next: 'See the notes beside the fields. Nothing you typed is lost.',
        fields: problems,
      });
    await this.requireOther(tx, personId, entry.supervisor.email);
  }

  /** @throws DomainError practice.own_supervisor when the address is the person's own */
  async requireOther(tx: Tx, personId: string, supervisorEmail: string): Promise<void> {
    const owner = await this.people.findByEmail(tx, supervisorEmail);
    if (owner?.id === personId) throw ownSupervisor();
  }

  /** The latest that clocks show in any certifying body's zone: an entry is in the future only when it is so everywhere. */
  private async clock(tx: Tx): Promise<Temporal.PlainDateTime> {
    const bodies = await this.organizations.bodies(tx);
    const zones = bodies.length > 0 ? bodies.map(({ timeZone }) => timeZone) : ['UTC'];
    return zones
      .map((zone) => tx.now.toZonedDateTimeISO(zone).toPlainDateTime())
      .reduce((latest, time) => (Temporal.PlainDateTime.compare(time, latest) > 0 ? time : latest));
  }
}
