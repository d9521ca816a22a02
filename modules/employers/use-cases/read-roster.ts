import { Injectable } from '@nestjs/common';
import { validate } from 'uuid';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Band, RosterCounts } from '../domain/expiry-bands.js';
import { RosterRepository, type RosterSlice } from '../persistence/roster.repository.js';
import { CountRoster, openWithin, type RosterCount } from './count-roster.js';
import { EmployerOf, type Employer } from './employer-of.js';
import { ReadLines, type RosterLine } from './read-lines.js';

export interface RosterQuestion {
  /** Only who expires within so many days. */
  expiring?: Band | null;
  /** Id of the last entry of the page before. */
  after?: string | undefined;
}

export interface RosterView {
  employer: { name: string; timeZone: string };
  asOf: string;
  counts: RosterCounts;
  /** How many let this employer see more than their standing. */
  sharing: number;
  entries: RosterLine[];
  next: string | null;
}

const PAGE = 25;
/** So many lines of a download are read at once. */
const CHUNK = 500;

/** An employer's roster: who is employed now, each with the standing that the public may know. */
@Injectable()
export class ReadRoster {
  constructor(
    private readonly employerOf: EmployerOf,
    private readonly roster: RosterRepository,
    private readonly count: CountRoster,
    private readonly lines: ReadLines,
  ) {}

  /** One page, with the numbers of the whole. */
  async execute(tx: Tx, { expiring, after }: RosterQuestion = {}): Promise<RosterView> {
    const employer = await this.employerOf.execute(tx);
    const count = await this.count.execute(tx, employer);
    const slice = sliceOf(employer, count, { expiring, after });
    const { entries, next } = await this.page(tx, employer, { ...slice, limit: PAGE });
    return { ...(await this.viewOf(tx, employer)), counts: count.counts, entries, next };
  }

  /** The whole roster, to take away. */
  async everybody(tx: Tx, { expiring }: Pick<RosterQuestion, 'expiring'>): Promise<RosterView> {
    const employer = await this.employerOf.execute(tx);
    const count = await this.count.execute(tx, employer);
    const entries: RosterLine[] = [];
    let after: string | undefined;
    do {
      const slice = sliceOf(employer, count, { expiring, after });
      const page = await this.page(tx, employer, { ...slice, limit: CHUNK });
      entries.push(...page.entries);
      after = page.next ?? undefined;
    } while (after);
    return { ...(await this.viewOf(tx, employer)), counts: count.counts, entries, next: null };
  }

  private async viewOf(
    tx: Tx,
    { organization: { id, name, timeZone }, today }: Employer,
  ): Promise<Pick<RosterView, 'employer' | 'asOf' | 'sharing'>> {
    const sharing = await this.roster.countSharing(tx, id, today);
    return { employer: { name, timeZone }, asOf: tx.now.toString(), sharing };
  }

  private async page(tx: Tx, employer: Employer, slice: RosterSlice): Promise<Pick<RosterView, 'entries' | 'next'>> {
    const rows = await this.roster.employed(tx, { ...slice, limit: slice.limit + 1 });
    const shown = rows.slice(0, slice.limit);
    const next = rows.length > slice.limit ? (shown.at(-1)?.id ?? null) : null;
    return { entries: await this.lines.execute(tx, employer, shown), next };
  }
}

function sliceOf({ organization, today }: Employer, count: RosterCount, { expiring, after }: RosterQuestion) {
  const only = expiring ? { within: expiring, beside: openWithin(count, expiring) } : undefined;
  return { organizationId: organization.id, today, after: readCursor(after), only };
}

/** A text that is no id looks like no text at all. */
export function readCursor(after: string | undefined): string | undefined {
  return after && validate(after) ? after : undefined;
}
