import { Injectable } from '@nestjs/common';
import type { Speech } from '../../../src/kernel/speech.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { speechIn } from '../../../src/platform/translation/speech.js';
import type { NewLetter } from '../domain/new-letter.js';
import { LetterRepository } from '../persistence/letter.repository.js';
import { LetterParties } from './letter-parties.js';
import { LetterQueue } from './letter-queue.js';
import { LetterTemplates } from './letter-templates.js';

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
      words: await this.parties.words(tx, { ...letter, data: inWords(letter.data, speechIn(language)) }, addressee),
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

function inWords(data: NewLetter['data'], speech: Speech): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, typeof value === 'function' ? value(speech) : value]),
  );
}
