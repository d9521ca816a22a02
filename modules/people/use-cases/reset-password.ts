import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { readEmailAddress } from '../domain/email-address.js';
import { linkEnded } from '../people.errors.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { SignInPaceRepository } from '../persistence/sign-in-pace.repository.js';
import { AccountLetters } from './account-letters.js';
import { ReadPasswordSetting, ReplacePassword, type OwnSetting } from './passwords.js';

const LIFETIME = Temporal.Duration.from({ hours: 1 });
const OPEN_AT_ONCE = 3;

/**
 * Mails a link for a new password to a verified address. For any other address nothing happens, and the answer is the
 * same: a stranger learns nothing.
 */
@Injectable()
export class RequestPasswordLink {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly accounts: AccountRepository,
    private readonly persons: PersonRepository,
    private readonly letters: AccountLetters,
  ) {}

  async execute(tx: Tx, email: string): Promise<void> {
    const address = readEmailAddress(email);
    const contact = address && (await this.contacts.owner(tx, address.key));
    const person = contact && (await this.persons.find(tx, contact.personId));
    if (!person) return;
    const personId = person.id;
    if ((await this.accounts.countOpenTokens(tx, personId, 'reset-password')) >= OPEN_AT_ONCE) return;
    const link = { personId, purpose: 'reset-password', contactId: null, lifetime: LIFETIME } as const;
    const { id, token } = await this.accounts.addToken(tx, link);
    const letter = { identity: id, path: `/password-resets/${token}` };
    await this.letters.send(tx, 'account-password-link', { email: contact.address, person }, letter);
  }
}

/** What the page behind the link needs to know. Opening it changes nothing. */
@Injectable()
export class ReadPasswordLink {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly setting: ReadPasswordSetting,
  ) {}

  /** @throws DomainError `people.link_ended` */
  async execute(tx: Tx, token: string): Promise<OwnSetting> {
    const link = await this.accounts.openToken(tx, token, 'reset-password');
    if (!link) throw linkEnded();
    return this.setting.execute(tx, link.personId);
  }
}

/** After the password was lost: every session ends, no browser is known any more, and the count of tries starts anew. */
@Injectable()
export class ForgetAccess {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly paces: SignInPaceRepository,
    private readonly contacts: ContactRepository,
  ) {}

  async execute(tx: Tx, personId: string): Promise<void> {
    await this.sessions.endAll(tx, personId, null);
    await this.paces.forgetDevices(tx, personId);
    const addresses = (await this.contacts.all(tx, personId)).map((contact) => contact.addressKey);
    // Addresses first, then the person: the order in which a sign-in takes these locks.
    for (const key of [...addresses.sort(), `person:${personId}`]) await this.paces.clearAll(tx, key);
  }
}

/** Sets the password by a mailed link: one use, all sessions end, and nobody is signed in by it. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly replace: ReplacePassword,
    private readonly forgetAccess: ForgetAccess,
  ) {}

  /** @throws DomainError `people.link_ended` */
  async execute(tx: Tx, { token, passwordHash }: { token: string; passwordHash: string }): Promise<void> {
    const link = await this.accounts.openToken(tx, token, 'reset-password', true);
    if (!link) throw linkEnded();
    await this.replace.execute(tx, { personId: link.personId, passwordHash });
    await this.forgetAccess.execute(tx, link.personId);
  }
}
