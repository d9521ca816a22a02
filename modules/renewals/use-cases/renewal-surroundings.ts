import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { ReadDenial, type DecidedDenial } from './read-denial.js';
import { ReadNotes, type RenewalNote } from './read-notes.js';
import { RenewalFees, type RenewalFeesDue } from './renewal-fees.js';

/** What a renewal's row tells besides itself. */
export interface Surroundings {
  /** What the registrar and the holder said, oldest first. */
  notes: RenewalNote[];
  fees: RenewalFeesDue;
  /** Why it was denied; null where it is not. */
  denial: DecidedDenial | null;
}

/** What holder and registrar alike read about one renewal. */
@Injectable()
export class RenewalSurroundings {
  constructor(
    private readonly notes: ReadNotes,
    readonly fees: RenewalFees,
    readonly denials: ReadDenial,
  ) {}

  async of(tx: Tx, row: RenewalEntity): Promise<Surroundings> {
    return {
      notes: await this.notes.of(tx, row),
      fees: await this.fees.of(tx, row),
      denial: await this.denials.of(tx, row),
    };
  }
}
