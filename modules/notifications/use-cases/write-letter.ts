import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { LetterTemplates } from './letter-templates.js';
import { LetterQueue } from './letter-queue.js';
import { LetterRepository } from '../persistence/letter.repository.js';
import { LetterParties } from './letter-parties.js';

export interface NewLetter {
  /** Names the wording, `content/letters/<kind>.<language>.hbs`. */
  kind: string;
  /** What happened, unique for ever: a repeat does nothing. */
  identity: string;
  /** A person at their present address, or an address that is not (yet) a person's. */
  to: { personId: string } | { email: string; name: string; personId?: string | null };
  bodyId?: string | null;
  /** BCP 47, for somebody who is no person here yet: a person's own choice goes before it. English where there is no wording in it. */
  language?: string | null;
  /** What the letter tells: plain texts, lists of them, dates as ISO text; `path` becomes the address `link`. */
  data: Record<string, unknown>;
  /** Links and codes that open doors: forgotten once the letter is out. */
  secrets?: Record<string, string>;
}

/**
 * Enters a letter into the ledger as due, and asks for it to be sent after the commit; to somebody who has no address any
 * more, as excused.
 */
@Injectable()
export class WriteLetter {
  constructor(
    private readonly letters: LetterRepository,
    private readonly parties: LetterParties,
    private readonly templates: LetterTemplates,
    private readonly queue: LetterQueue,
  ) {}

  async execute(tx: Tx, letter: NewLetter): Promise<void> {
    const addressee = await this.parties.addressee(tx, letter.to);
    // An unknown kind is a mistake of the code: told now, not in the worker.
    const { language } = this.templates.of(letter.kind, addressee.language ?? letter.language ?? 'en');
    const id = this.queue.nextId();
    const isReachable = addressee.email !== null;
    const written = await this.letters.insertOnce(tx, {
      id,
      kind: letter.kind,
      identity: letter.identity,
      bodyId: letter.bodyId ?? null,
      personId: addressee.personId,
      toName: addressee.name,
      toAddress: addressee.email ?? '',
      language,
      words: await this.parties.words(tx, letter, addressee),
      secrets: isReachable ? (letter.secrets ?? null) : null,
      status: isReachable ? 'due' : 'excused',
      subject: null,
      bodyText: null,
      templateHash: null,
      excuse: isReachable ? null : 'no_address',
      createdAt: tx.now,
      settledAt: isReachable ? null : tx.now,
    });
    if (written && isReachable) await this.queue.enqueue(tx, id);
  }
}
