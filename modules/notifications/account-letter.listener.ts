import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import { On } from '../../src/platform/events/on.js';
import { AccountLetterDue } from '../people/people.public.js';
import { WriteLetter } from './use-cases/write-letter.js';

/** Letters about accounts: people stands above this module and tells it by an event. */
@Injectable()
export class AccountLetterListener {
  constructor(private readonly writeLetter: WriteLetter) {}

  @On(AccountLetterDue, 'in-transaction')
  async write(tx: Tx, { kind, identity, to, letter }: AccountLetterDue): Promise<void> {
    const { link, ...data } = letter;
    await this.writeLetter.execute(tx, {
      kind,
      identity,
      to,
      language: to.language,
      data,
      ...(link && { secrets: { link } }),
    });
  }
}
