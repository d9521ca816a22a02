import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { EmailAddress } from '../domain/email-address.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import type { Names } from '../persistence/person.repository.js';
import { AccountLetters } from './account-letters.js';
import { EnterPerson } from './enter-person.js';

const LIFETIME = Temporal.Duration.from({ hours: 24 });

/**
 * The operator enters a first person whose address they vouch for. The person chooses a password by a mailed link; the
 * operator never learns it. Somebody who has an account already only gets the link.
 */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly accounts: AccountRepository,
    private readonly enter: EnterPerson,
    private readonly letters: AccountLetters,
  ) {}

  /** @returns the person, and the path of the link that was mailed */
  async execute(
    tx: Tx,
    { names, email }: { names: Names; email: EmailAddress },
  ): Promise<{ personId: string; path: string }> {
    const owner = await this.contacts.owner(tx, email.key);
    const personId = owner?.personId ?? (await this.enter.execute(tx, { names, email, passwordHash: null })).id;
    const link = { personId, purpose: 'reset-password', contactId: null, lifetime: LIFETIME } as const;
    const { id, token } = await this.accounts.addToken(tx, link);
    const path = `/password-resets/${token}`;
    const addressee = { email: email.address, person: { ...names, id: personId } };
    await this.letters.send(tx, 'account-invited', addressee, { identity: id, path });
    return { personId, path };
  }
}
