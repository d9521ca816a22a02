import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Term } from '../../credentials/credentials.public.js';
import { clauseLineIn } from '../../certification/certification.public.js';
import { Letters, type NewLetter } from '../../notifications/notifications.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { clauseWords } from '../../schemes/schemes.public.js';
import { denialWords } from '../domain/denial-reasons.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';

/** What the letter about a denial says. */
export interface DeniedLetter {
  stepId: string;
  reasons: readonly string[];
  note: string;
  clauses: readonly string[];
  onDay: Temporal.PlainDate;
  decisionId: string;
  appealBy: Temporal.PlainDate | null;
}

/** Writes to the holder about their renewal: one letter for each thing that happened to it. */
@Injectable()
export class AnnounceRenewal {
  constructor(
    private readonly letters: Letters,
    private readonly organizations: Organizations,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  async received(tx: Tx, renewal: RenewalEntity): Promise<void> {
    await this.write(
      tx,
      renewal,
      { kind: 'renewal-received', happening: renewal.id },
      receipt(renewal, renewal.submittedOn),
    );
  }

  async receivedAgain(
    tx: Tx,
    renewal: RenewalEntity,
    { stepId, on }: { stepId: string; on: Temporal.PlainDate },
  ): Promise<void> {
    await this.write(tx, renewal, { kind: 'renewal-received', happening: stepId }, receipt(renewal, on));
  }

  async returned(tx: Tx, renewal: RenewalEntity, { stepId, note }: { stepId: string; note: string }): Promise<void> {
    const { timeZone } = await this.organizations.get(tx, renewal.bodyId);
    const words = { note, on: dateIn(timeZone, tx.now).toString(), expiresOn: renewal.termEndsOn.toString() };
    await this.write(tx, renewal, { kind: 'renewal-returned', happening: stepId }, words);
  }

  async denied(tx: Tx, renewal: RenewalEntity, denial: DeniedLetter): Promise<void> {
    const { stepId, reasons, note, clauses, onDay, decisionId, appealBy } = denial;
    await this.write(
      tx,
      renewal,
      { kind: 'renewal-not-granted', happening: stepId },
      {
        on: onDay.toString(),
        reasons: ({ word }) => denialWords(reasons).map(word),
        note,
        clauses: (speech) => clauses.map(clauseLineIn(speech, clauseWords(speech.language))),
        expiresOn: renewal.termEndsOn.toString(),
        appealBy: appealBy?.toString(),
        appealLink: `${this.config.PUBLIC_URL}/appeals/new?decision=${decisionId}`,
      },
    );
  }

  /** An appeal took the denial back: the next term is on the register as if it had been confirmed on the day of the denial. */
  async restored(tx: Tx, renewal: RenewalEntity, term: Term): Promise<void> {
    const days = { startsOn: term.startsOn.toString(), expiresOn: term.expiresOn.toString() };
    await this.write(tx, renewal, { kind: 'renewal-restored', happening: renewal.id }, days);
  }

  async granted(tx: Tx, renewal: RenewalEntity, term: Term): Promise<void> {
    const days = { startsOn: term.startsOn.toString(), expiresOn: term.expiresOn.toString() };
    await this.write(tx, renewal, { kind: 'renewal-granted', happening: renewal.id }, days);
  }

  /** @param letter.happening the id of what the letter tells: told twice, it is one letter */
  private async write(
    tx: Tx,
    renewal: RenewalEntity,
    letter: { kind: string; happening: string },
    words: NewLetter['data'],
  ): Promise<void> {
    const { kind, happening } = letter;
    const { personId, bodyId, number, title } = renewal;
    const data: NewLetter['data'] = { number, title: ({ word }) => word(title), path: `/renewals/${number}`, ...words };
    await this.letters.send(tx, { kind, identity: `${kind}:${happening}`, to: { personId }, bodyId, data });
  }
}

function receipt({ termEndsOn }: RenewalEntity, on: Temporal.PlainDate): Record<string, string> {
  return { submittedOn: on.toString(), expiresOn: termEndsOn.toString() };
}
