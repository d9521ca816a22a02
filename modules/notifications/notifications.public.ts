import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { NewLetter } from './domain/new-letter.js';
import { WriteLetter } from './use-cases/write-letter.js';

export { checkLetters } from './use-cases/check-letters.js';
export type { NewLetter };

/** How every other module writes to people: one letter per happening, sent after the commit. */
@Injectable()
export class Letters {
  constructor(private readonly writeLetter: WriteLetter) {}

  /** @throws Error for a kind without a wording in content/letters */
  async send(tx: Tx, letter: NewLetter): Promise<void> {
    await this.writeLetter.execute(tx, letter);
  }
}
