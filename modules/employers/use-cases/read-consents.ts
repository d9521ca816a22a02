import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import type { Scope } from '../domain/consent.js';
import { ConsentRepository } from '../persistence/consent.repository.js';
import { RosterRepository } from '../persistence/roster.repository.js';

const PAGE = 25;

export interface ConsentsView {
  /** What is shared, with whom; dates as ISO text. */
  shared: {
    id: string;
    organizationId: string;
    employer: string;
    scopes: Scope[];
    from: string;
    until: string | null;
  }[];
  /** Employers that have the person on their roster and are shown no more than the public. */
  rosterOnly: { organizationId: string; employer: string }[];
  /** Employers with whom something can be shared. */
  employers: { organizationId: string; employer: string }[];
  /** Who looked, newest first. */
  looks: { employer: string; by: string; scopes: Scope[]; channel: string; at: string; timeZone: string }[];
  next: string | null;
}

/** Who may see what of the actor's record, and who looked when. */
@Injectable()
export class ReadConsents {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly roster: RosterRepository,
    private readonly organizations: Organizations,
    private readonly people: People,
  ) {}

  async execute(tx: Tx, before?: string): Promise<ConsentsView> {
    const personId = personIdOf(tx.actor);
    const employers = await this.organizations.ofKind(tx, 'employer');
    const byId = new Map(employers.map((employer) => [employer.id, employer]));
    const name = (id: string) => byId.get(id)?.name ?? '';
    const standing = await this.consents.ofPerson(tx, personId);
    const sharing = new Set(standing.map(({ organizationId }) => organizationId));
    const listed = await this.roster.employersOf(tx, personId, dateIn('UTC', tx.now));
    const named = (organizationId: string) => ({ organizationId, employer: name(organizationId) });
    return {
      shared: standing.map(({ id, organizationId, scopes, fromOn, untilOn }) => {
        return { id, ...named(organizationId), scopes, from: fromOn.toString(), until: untilOn?.toString() ?? null };
      }),
      rosterOnly: listed.filter((id) => !sharing.has(id)).map(named),
      employers: employers.filter(({ id }) => !sharing.has(id)).map(({ id }) => named(id)),
      ...(await this.looks(tx, personId, { before, byId })),
    };
  }

  private async looks(
    tx: Tx,
    personId: string,
    { before, byId }: { before?: string; byId: ReadonlyMap<string, { name: string; timeZone: string }> },
  ): Promise<Pick<ConsentsView, 'looks' | 'next'>> {
    const valid = before && /^[0-9a-f-]{36}$/.test(before) ? before : undefined;
    const rows = await this.consents.accessesOf(tx, personId, PAGE + 1, valid);
    const shown = rows.slice(0, PAGE);
    const readers = await this.people.getAll(tx, [...new Set(shown.map(({ readBy }) => readBy))]);
    const looks = shown.map(({ organizationId, readBy, scopes, channel, readAt }) => {
      const { name: employer = '', timeZone = 'UTC' } = byId.get(organizationId) ?? {};
      return { employer, by: readers.get(readBy)?.displayName ?? '', scopes, channel, at: readAt.toString(), timeZone };
    });
    return { looks, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
  }
}
