import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { PublicEntry } from '../../credentials/credentials.public.js';
import { daysLeft } from '../domain/expiry-bands.js';
import type { RosterEntryEntity } from '../persistence/roster.entity.js';
import type { Employer } from './employer-of.js';
import { FindStandings } from './find-standings.js';
import { ReadShared } from './read-shared.js';

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
  /** The stage of the credential, such as `initial`. */
  stage: string | null;
  /** Whether the public register tells of a reprimand. */
  publicNote: boolean;
  onDate: string;
}

/** Entries as an employer sees them: with the public standing, and whether more is shared. */
@Injectable()
export class ReadLines {
  constructor(
    private readonly standings: FindStandings,
    private readonly shared: ReadShared,
  ) {}

  /** In the order given. */
  async execute(tx: Tx, employer: Employer, entries: readonly RosterEntryEntity[]): Promise<RosterLine[]> {
    const personIds = entries.flatMap(({ personId }) => personId ?? []);
    const sharing = await this.shared.sharing(tx, employer, personIds);
    const known = await this.standings.execute(tx, entries);
    return known.map(({ entry: { id, name, number, personId, fromOn, untilOn }, found }) => ({
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
  const { status, since, startsOn, expiresOn, concurrent, stage, notes, onDate } = standing;
  return {
    status,
    since: since.toString(),
    startsOn: startsOn.toString(),
    expiresOn: expiresOn.toString(),
    daysLeft: daysLeft(standing),
    concurrent: [...concurrent],
    stage,
    publicNote: notes.length > 0,
    onDate: onDate.toString(),
  };
}
