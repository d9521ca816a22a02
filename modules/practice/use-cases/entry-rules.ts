import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn, isAfter } from '../../../src/kernel/dates.js';
import { DomainError } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import { entryProblems, type EntryContent } from '../domain/entry.js';
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
    const problems = entryProblems(entry, await this.today(tx));
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

  /** The latest date it is in any certifying body's zone: an entry is in the future only when it is so everywhere. */
  async today(tx: Tx): Promise<Temporal.PlainDate> {
    const bodies = await this.organizations.bodies(tx);
    const dates = bodies.map((body) => dateIn(body.timeZone, tx.now));
    return dates.reduce((latest, date) => (isAfter(date, latest) ? date : latest), dates[0] ?? dateIn('UTC', tx.now));
  }
}
