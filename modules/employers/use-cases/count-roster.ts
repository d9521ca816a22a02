import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Standing } from '../../credentials/credentials.public.js';
import { addCounts, expiresWithin, rosterCounts, type Band, type RosterCounts } from '../domain/expiry-bands.js';
import { RosterRepository, type RosterTally } from '../persistence/roster.repository.js';
import type { Employer } from './employer-of.js';
import { FindStandings } from './find-standings.js';

export interface RosterCount {
  counts: RosterCounts;
  /** Standings that the database cannot tell by itself, by entry. */
  open: ReadonlyMap<string, Standing | null>;
}

/**
 * Counts a whole roster without reading it: the database counts by the register's present state, and only credentials with
 * a line that is not public or not in effect yet are read line by line, as the public page does it.
 */
@Injectable()
export class CountRoster {
  constructor(
    private readonly roster: RosterRepository,
    private readonly standings: FindStandings,
  ) {}

  async execute(tx: Tx, { organization, today }: Employer): Promise<RosterCount> {
    const tally = await this.roster.tally(tx, organization.id, today);
    const entries = await this.roster.findAll(tx, organization.id, tally.open);
    const known = await this.standings.execute(tx, entries);
    const open = new Map(known.map(({ entry, found }) => [entry.id, found?.standing ?? null]));
    return { counts: addCounts(settledCounts(tally), rosterCounts([...open.values()])), open };
  }
}

/** Of those left open, the ones who expire within so many days. */
export function openWithin({ open }: RosterCount, band: Band): string[] {
  return [...open].filter(([, standing]) => expiresWithin(standing, band)).map(([id]) => id);
}

function settledCounts({ people, unmatched, active, within30, within60, within90, open }: RosterTally): RosterCounts {
  const settled = people - open.length;
  const within = { 30: within30, 60: within60, 90: within90 };
  return { people: settled, active, notActive: settled - active - unmatched, unmatched, within };
}
