import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import { ReadPracticeStatus, type PracticeStatus } from './use-cases/read-practice-status.js';

export type { PracticeStatus } from './use-cases/read-practice-status.js';

/** A supervisor signed entries; each is a fact from now on. Published once per sign-off, in the signing transaction. */
export class EntriesSigned {
  constructor(
    readonly signOffId: string,
    readonly personId: string,
    readonly entryIds: readonly string[],
    /** ISO instant. */
    readonly signedAt: string,
  ) {}
}

/** The door of practice. What is signed is evidence (facts `practice` and `supervision`); here is what is on its way there. */
@Injectable()
export class Practice {
  constructor(private readonly readStatus: ReadPracticeStatus) {}

  /** How much of a person's time waits for what, in whole minutes. */
  statusFor(tx: Tx, personId: string): Promise<PracticeStatus> {
    return this.readStatus.execute(tx, personId);
  }
}
