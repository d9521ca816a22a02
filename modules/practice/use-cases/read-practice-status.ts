import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Entry, EntryState } from '../domain/entry.js';
import { PracticeEntryRepository } from '../persistence/practice-entry.repository.js';

/** Minutes by what they wait for; signed ones wait for nothing. */
export interface PracticeStatus {
  /** Recorded, and not sent to a supervisor yet. */
  unsent: number;
  awaitingSignature: number;
  /** Came back with notes. */
  returned: number;
  signed: number;
}

/** Where a person's recorded time is on its way to being evidence. */
@Injectable()
export class ReadPracticeStatus {
  constructor(private readonly entries: PracticeEntryRepository) {}

  async execute(tx: Tx, personId: string): Promise<PracticeStatus> {
    const entries = (await this.entries.ofPerson(tx, personId)).filter((entry) => entry.occupies);
    return {
      unsent: minutesIn(entries, 'recorded'),
      awaitingSignature: minutesIn(entries, 'awaiting_signature'),
      returned: minutesIn(entries, 'returned'),
      signed: minutesIn(entries, 'signed'),
    };
  }
}

function minutesIn(entries: readonly Entry[], state: EntryState): number {
  return entries.filter((entry) => entry.state === state).reduce((sum, entry) => sum + entry.minutes, 0);
}
