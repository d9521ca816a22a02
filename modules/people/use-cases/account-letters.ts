import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Events } from '../../../src/platform/events/events.js';
import { AccountLetterDue, type AccountLetterKind } from '../domain/events.js';
import { displayName } from '../domain/name.js';

interface Addressee {
  email: string;
  person: { id: string | null; legalName: string; chosenName: string | null; letterLanguage?: string };
}

/** Letters about accounts: what is written, to which address. Their wording stands in content/letters. */
@Injectable()
export class AccountLetters {
  constructor(
    private readonly events: Events,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  /**
   * @param identity what happened, unique for ever: the same happening never writes twice
   * @param path where the letter's one link leads on this site; the sign-in page unless told
   */
  async send(
    tx: Tx,
    kind: AccountLetterKind,
    { email, person }: Addressee,
    { identity, path }: { identity: string; path?: string },
  ): Promise<void> {
    const letter = { link: `${this.config.PUBLIC_URL}${path ?? '/sign-in'}` };
    const to = { email, name: displayName(person), personId: person.id, language: person.letterLanguage ?? null };
    await this.events.publish(tx, new AccountLetterDue(kind, `${kind}/${identity}`, to, letter));
  }
}
