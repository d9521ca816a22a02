import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';

/** What was said about a renewal: by the registrar who returned it, or by its holder who answered. */
export interface RenewalNote {
  by: 'registrar' | 'holder';
  text: string;
  /** ISO date in the body's zone. */
  on: string;
}

/** The notes and answers of one renewal, for its holder and for the registrar alike. */
@Injectable()
export class ReadNotes {
  constructor(
    private readonly renewals: RenewalRepository,
    private readonly organizations: Organizations,
  ) {}

  /** Oldest first. */
  async of(tx: Tx, { id, bodyId }: RenewalEntity): Promise<RenewalNote[]> {
    const { timeZone } = await this.organizations.get(tx, bodyId);
    const steps = await this.renewals.stepsOf(tx, id);
    return steps.flatMap(({ move, note, createdAt }) =>
      note === null || !(move === 'return' || move === 'submit')
        ? []
        : [{ by: move === 'return' ? 'registrar' : 'holder', text: note, on: dateIn(timeZone, createdAt).toString() }],
    );
  }
}
