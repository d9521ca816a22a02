import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { EntryState } from '../domain/entry.js';
import { PracticeSumsRepository } from '../persistence/practice-sums.repository.js';

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
  constructor(private readonly sums: PracticeSumsRepository) {}

  async execute(tx: Tx, personId: string): Promise<PracticeStatus> {
    const states = await this.sums.byState(tx, personId);
    const minutesIn = (state: EntryState): number => states.get(state)?.minutes ?? 0;
    return {
      unsent: minutesIn('recorded'),
      awaitingSignature: minutesIn('awaiting_signature'),
      returned: minutesIn('returned'),
      signed: minutesIn('signed'),
    };
  }
}
