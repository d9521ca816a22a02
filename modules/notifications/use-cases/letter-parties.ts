import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import type { NewLetter } from '../domain/new-letter.js';

export interface Addressee {
  personId: string | null;
  name: string;
  /** Null for a person without an address, such as one whose data was erased. */
  email: string | null;
  /** The language that the person chose; null for somebody who is none here. */
  language: string | null;
}

/** Who writes to whom, as the letter's words tell it. */
@Injectable()
export class LetterParties {
  constructor(
    private readonly people: People,
    private readonly organizations: Organizations,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  async addressee(tx: Tx, to: NewLetter['to']): Promise<Addressee> {
    const person = to.personId ? await this.people.get(tx, to.personId) : null;
    const language = person?.letterLanguage ?? null;
    if ('email' in to) return { personId: to.personId ?? null, name: to.name, email: to.email, language };
    const email = await this.people.findEmailOf(tx, to.personId);
    return { personId: to.personId, name: person?.displayName ?? '', email, language };
  }

  /** The words every letter can use: `recipient`, `bodyName`, `bodyContact`, and `link` where `path` was given. */
  async words(
    tx: Tx,
    letter: Pick<NewLetter, 'bodyId'> & { data: Readonly<Record<string, unknown>> },
    addressee: Addressee,
  ): Promise<Record<string, unknown>> {
    const body = letter.bodyId ? await this.organizations.get(tx, letter.bodyId) : null;
    const { path } = letter.data;
    return {
      ...letter.data,
      recipient: addressee.name,
      ...(body && { bodyName: body.name, bodyContact: body.contactEmail }),
      ...(typeof path === 'string' && { link: this.config.PUBLIC_URL + path }),
    };
  }
}
