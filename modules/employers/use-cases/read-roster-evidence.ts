import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { RosterEntryEntity } from '../persistence/roster.entity.js';
import { RosterRepository } from '../persistence/roster.repository.js';
import { EmployerOf, type Employer } from './employer-of.js';
import { ReadLines, type RosterLine } from './read-lines.js';
import { readCursor } from './read-roster.js';
import { ReadShared, type Channel, type SharedRecord } from './read-shared.js';

export interface SharedLine {
  id: string;
  name: string;
  credentialNumber: string | null;
  shared: SharedRecord;
}

export interface EvidenceView {
  employer: { name: string; timeZone: string };
  asOf: string;
  /** How many of the employed share with this employer. */
  sharing: number;
  entries: SharedLine[];
  next: string | null;
}

const PAGE = 25;

/** What the people of a roster share with the employer. Whoever shares nothing is not in it, and every read is noted. */
@Injectable()
export class ReadRosterEvidence {
  constructor(
    private readonly employerOf: EmployerOf,
    private readonly roster: RosterRepository,
    private readonly lines: ReadLines,
    private readonly shared: ReadShared,
  ) {}

  /** One page of who shares, by name. */
  async execute(tx: Tx, { after, channel }: { after?: string | undefined; channel: Channel }): Promise<EvidenceView> {
    const employer = await this.employerOf.execute(tx);
    const { name, timeZone } = employer.organization;
    const page = await this.page(tx, employer, { after: readCursor(after), channel });
    const sharing = await this.roster.countSharing(tx, employer.organization.id, employer.today);
    return { employer: { name, timeZone }, asOf: tx.now.toString(), sharing, ...page };
  }

  /** All who share, to take away. */
  async everybody(tx: Tx, channel: Channel): Promise<EvidenceView> {
    const employer = await this.employerOf.execute(tx);
    const { name, timeZone } = employer.organization;
    const entries: SharedLine[] = [];
    let after: string | undefined;
    do {
      const page = await this.page(tx, employer, { after, channel });
      entries.push(...page.entries);
      after = page.next ?? undefined;
    } while (after);
    return { employer: { name, timeZone }, asOf: tx.now.toString(), sharing: entries.length, entries, next: null };
  }

  /** One person, with what they share. @throws DomainError not_found for another employer's entry */
  async one(
    tx: Tx,
    id: string,
    channel: Channel,
  ): Promise<{ line: RosterLine; shared: SharedRecord | null; employer: Employer }> {
    const employer = await this.employerOf.execute(tx);
    const entry = await this.roster.find(tx, employer.organization.id, id);
    const [line] = entry ? await this.lines.execute(tx, employer, [entry]) : [];
    if (!entry || !line) throw notFound('this person on your roster');
    const records = await this.records(tx, employer, [entry], channel);
    return { line, shared: records.get(entry.personId ?? '') ?? null, employer };
  }

  private async page(
    tx: Tx,
    employer: Employer,
    { after, channel }: { after: string | undefined; channel: Channel },
  ): Promise<Pick<EvidenceView, 'entries' | 'next'>> {
    const { organization, today } = employer;
    const slice = { organizationId: organization.id, today, after, limit: PAGE + 1, only: { sharing: true } as const };
    const rows = await this.roster.employed(tx, slice);
    const shown = rows.slice(0, PAGE);
    const records = await this.records(tx, employer, shown, channel);
    const entries = shown.flatMap(({ id, name, number: credentialNumber, personId }) => {
      const shared = records.get(personId ?? '');
      return shared ? [{ id, name, credentialNumber, shared }] : [];
    });
    return { entries, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
  }

  private records(
    tx: Tx,
    employer: Employer,
    entries: readonly RosterEntryEntity[],
    channel: Channel,
  ): Promise<Map<string, SharedRecord>> {
    const personIds = [...new Set(entries.flatMap(({ personId }) => personId ?? []))];
    return this.shared.execute(tx, employer, { personIds, channel });
  }
}
