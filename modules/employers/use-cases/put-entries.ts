import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { RosterRepository } from '../persistence/roster.repository.js';
import { MatchRegister } from './match-register.js';

export interface NewEntry {
  name: string;
  number: string | null;
  /** ISO dates; until is the last day. */
  from: string;
  until: string | null;
}

export interface PutOutcome {
  ids: string[];
  added: number;
  changed: number;
  same: number;
  /** With a number that was found to be theirs. */
  matched: number;
}

/** Enters employments or brings them up to date; the same again changes nothing. */
@Injectable()
export class PutEntries {
  constructor(
    private readonly roster: RosterRepository,
    private readonly match: MatchRegister,
    private readonly ids: Ids,
  ) {}

  async execute(tx: Tx, organizationId: string, entries: readonly NewEntry[]): Promise<PutOutcome> {
    const matches = await this.match.execute(tx, entries);
    const outcome: PutOutcome = { ids: [], added: 0, changed: 0, same: 0, matched: 0 };
    for (const [at, { name, number, from, until }] of entries.entries()) {
      const { credentialId, personId } = matches[at] ?? { credentialId: null, personId: null };
      const put = await this.roster.put(tx, {
        id: this.ids.next(),
        organizationId,
        name,
        number,
        credentialId,
        personId,
        fromOn: Temporal.PlainDate.from(from),
        untilOn: until ? Temporal.PlainDate.from(until) : null,
        addedBy: personIdOf(tx.actor),
        createdAt: tx.now,
        updatedAt: tx.now,
      });
      outcome.ids.push(put.id);
      outcome[put.outcome] += 1;
      if (credentialId) outcome.matched += 1;
    }
    return outcome;
  }
}
