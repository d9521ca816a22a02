import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Register, type PublicEntry } from '../../credentials/credentials.public.js';
import { daysLeft, expiresWithin, rosterCounts, type Band, type RosterCounts } from '../domain/expiry-bands.js';
import type { RosterEntryEntity } from '../persistence/roster.entity.js';
import { RosterRepository } from '../persistence/roster.repository.js';
import { EmployerOf, type Employer } from './employer-of.js';
import { ReadShared, type Channel, type SharedRecord } from './read-shared.js';

export interface RosterQuestion {
  /** Only who expires within so many days. */
  expiring?: Band | null;
  /** Id of the last entry of the page before. */
  after?: string;
  limit?: number;
}

/** One person of a roster, dates as ISO text. */
export interface RosterLine {
  id: string;
  name: string;
  credentialNumber: string | null;
  from: string;
  until: string | null;
  /** Whether the number was found and goes with the name. */
  match: 'matched' | 'no_number' | 'not_matched';
  title: string | null;
  standing: RosterStanding | null;
  /** Whether the person lets this employer see more than the standing. */
  shares: boolean;
}

export interface RosterStanding {
  status: string;
  since: string;
  startsOn: string;
  expiresOn: string;
  daysLeft: number | null;
  concurrent: string[];
  onDate: string;
}

export interface RosterView {
  employer: { name: string; timeZone: string };
  asOf: string;
  counts: RosterCounts;
  entries: RosterLine[];
  next: string | null;
}

interface Known {
  entry: RosterEntryEntity;
  found: PublicEntry | null;
}

const PAGE = 25;

/** An employer's roster: who is employed now, each with the standing that the public may know. */
@Injectable()
export class ReadRoster {
  constructor(
    private readonly employerOf: EmployerOf,
    private readonly roster: RosterRepository,
    private readonly register: Register,
    private readonly shared: ReadShared,
  ) {}

  async execute(tx: Tx, { expiring, after, limit = PAGE }: RosterQuestion = {}): Promise<RosterView> {
    const employer = await this.employerOf.execute(tx);
    const known = await this.known(tx, await this.roster.employedOn(tx, employer.organization.id, employer.today));
    const wanted = expiring ? known.filter((one) => expiresWithin(one.found?.standing ?? null, expiring)) : known;
    const begin = after ? wanted.findIndex(({ entry }) => entry.id === after) + 1 : 0;
    const page = wanted.slice(begin, begin + limit);
    const { name, timeZone } = employer.organization;
    return {
      employer: { name, timeZone },
      asOf: tx.now.toString(),
      counts: rosterCounts(known.map(({ found }) => found?.standing ?? null)),
      entries: await this.lines(tx, employer, page),
      next: begin + limit < wanted.length ? (page.at(-1)?.entry.id ?? null) : null,
    };
  }

  /** The same page with what its people share; every such read is noted for them. */
  async withShared(
    tx: Tx,
    question: RosterQuestion,
    channel: Channel,
  ): Promise<{ roster: RosterView; shared: Map<string, SharedRecord> }> {
    const employer = await this.employerOf.execute(tx);
    const roster = await this.execute(tx, question);
    const rows = await this.roster.employedOn(tx, employer.organization.id, employer.today);
    const shown = new Set(roster.entries.map(({ id }) => id));
    const owners = rows.filter(({ id, personId }) => personId && shown.has(id));
    const personIds = owners.map(({ personId }) => personId ?? '');
    const records = await this.shared.execute(tx, employer, { personIds, channel });
    const byEntry = owners.flatMap(({ id, personId }) => {
      const record = records.get(personId ?? '');
      return record ? [[id, record] as const] : [];
    });
    return { roster, shared: new Map(byEntry) };
  }

  /** One person with what they share. @throws DomainError not_found for another employer's entry */
  async one(
    tx: Tx,
    id: string,
    channel: Channel,
  ): Promise<{ line: RosterLine; shared: SharedRecord | null; employer: Employer }> {
    const employer = await this.employerOf.execute(tx);
    const entry = await this.roster.find(tx, employer.organization.id, id);
    if (!entry) throw notFound('this person on your roster');
    const [line] = await this.lines(tx, employer, await this.known(tx, [entry]));
    if (!line) throw notFound('this person on your roster');
    const personIds = entry.personId ? [entry.personId] : [];
    const records = await this.shared.execute(tx, employer, { personIds, channel });
    return { line, shared: records.get(entry.personId ?? '') ?? null, employer };
  }

  private async known(tx: Tx, entries: readonly RosterEntryEntity[]): Promise<Known[]> {
    const numbers = entries.flatMap(({ number, credentialId }) => (number && credentialId ? [number] : []));
    const found = new Map((await this.register.publicly(tx, numbers)).map((one) => [one.credentialId, one]));
    return entries.map((entry) => ({ entry, found: found.get(entry.credentialId ?? '') ?? null }));
  }

  private async lines(tx: Tx, employer: Employer, page: readonly Known[]): Promise<RosterLine[]> {
    const personIds = page.flatMap(({ entry }) => entry.personId ?? []);
    const sharing = await this.shared.sharing(tx, employer, personIds);
    return page.map(({ entry: { id, name, number, personId, fromOn, untilOn }, found }) => ({
      id,
      name,
      credentialNumber: number,
      from: fromOn.toString(),
      until: untilOn?.toString() ?? null,
      match: found ? 'matched' : number ? 'not_matched' : 'no_number',
      title: found?.title ?? null,
      standing: found && standingOf(found),
      shares: personId !== null && sharing.has(personId),
    }));
  }
}

function standingOf({ standing }: PublicEntry): RosterStanding {
  const { status, since, startsOn, expiresOn, concurrent, onDate } = standing;
  return {
    status,
    since: since.toString(),
    startsOn: startsOn.toString(),
    expiresOn: expiresOn.toString(),
    daysLeft: daysLeft(standing),
    concurrent: [...concurrent],
    onDate: onDate.toString(),
  };
}
