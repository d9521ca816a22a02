import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { EmailAddress } from '../domain/email-address.js';
import { tokenHash } from '../domain/secrets.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import type { NewPerson } from '../persistence/person.repository.js';
import { RegistrationRepository } from '../persistence/registration.repository.js';
import { AccountLetters } from './account-letters.js';

const LIFETIME = { hours: 24 };

/** Letters one address gets while earlier ones are still good: enough for a slip, too few to bother a stranger. */
const OPEN_AT_ONCE = 3;

/**
 * Somebody asks for an account. Whatever is known of the address, the answer is the same: look into your mail. Nobody
 * becomes a person, and no address is taken, before the mailed link is used.
 */
@Injectable()
export class StartRegistration {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly contacts: ContactRepository,
    private readonly letters: AccountLetters,
    private readonly ids: Ids,
  ) {}

  async execute(tx: Tx, input: { names: NewPerson; email: EmailAddress; passwordHash: string }): Promise<void> {
    const { names, email, passwordHash } = input;
    if ((await this.registrations.countOpen(tx, email.key)) >= OPEN_AT_ONCE) return;
    const id = this.ids.next();
    const token = this.ids.secret();
    // Also kept for an address that has an owner: both ways do the same work, so they take the same time.
    await this.registrations.add(tx, {
      letterLanguage: 'en',
      ...names,
      id,
      email: email.address,
      emailKey: email.key,
      passwordHash,
      tokenHash: tokenHash(token),
      expiresAt: tx.now.add(LIFETIME),
      createdAt: tx.now,
    });
    const owner = await this.contacts.owner(tx, email.key);
    const addressee = { email: owner?.address ?? email.address, person: { ...names, id: owner?.personId ?? null } };
    if (owner) await this.letters.send(tx, 'account-exists', addressee, { identity: id });
    else {
      const path = `/verifications/${token}`;
      await this.letters.send(tx, 'account-confirm-address', addressee, { identity: id, path });
    }
  }
}
