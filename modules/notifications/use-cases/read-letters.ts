import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { LetterRepository } from '../persistence/letter.repository.js';

export interface LetterReading {
  readonly id: string;
  /** Null while the letter is on its way. */
  readonly subject: string | null;
  readonly text: string | null;
  readonly at: Temporal.Instant;
  readonly isOnItsWay: boolean;
  /** Of its words. */
  readonly language: string;
}

/** A person's own letters, newest first; what opens doors is never in them. */
@Injectable()
export class ReadLetters {
  constructor(private readonly letters: LetterRepository) {}

  /** @param before id of a letter: the page begins with the next older one */
  async execute(tx: Tx, { limit, before }: { limit: number; before?: string }): Promise<LetterReading[]> {
    const letters = await this.letters.ofPerson(tx, personIdOf(tx.actor), limit, before);
    return letters.map(({ id, subject, bodyText, settledAt, createdAt, status, language }) => {
      return { id, subject, text: bodyText, at: settledAt ?? createdAt, isOnItsWay: status === 'due', language };
    });
  }
}
