import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { readEmailAddress, type EmailAddress } from '../domain/email-address.js';
import { contactKept, emailMessage, needsAttention } from '../people.errors.js';
import { AccountRepository } from '../persistence/account.repository.js';
import type { ContactEntity } from '../persistence/contact.entity.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { AccountLetters } from './account-letters.js';
import { TellPerson } from './passwords.js';
import { RequireConfirmed } from './require-confirmed.js';

const LIFETIME = Temporal.Duration.from({ hours: 24 });
const UNVERIFIED_AT_ONCE = 5;

/** @throws DomainError `people.needs_attention` on the field `email` */
export function requireEmail(text: string): EmailAddress {
  const address = readEmailAddress(text);
  if (!address) throw needsAttention([{ field: 'email', message: emailMessage() }]);
  return address;
}

/** Enters an address for a person and mails it a link; it counts once the link was used. */
@Injectable()
export class OfferContact {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly accounts: AccountRepository,
    private readonly persons: PersonRepository,
    private readonly letters: AccountLetters,
  ) {}

  async execute(tx: Tx, personId: string, email: EmailAddress): Promise<ContactEntity> {
    const person = await this.persons.find(tx, personId);
    if (!person) throw notFound('this person');
    const contact = await this.contacts.add(tx, personId, email);
    const link = { personId, purpose: 'verify-contact', contactId: contact.id, lifetime: LIFETIME } as const;
    const { token } = await this.accounts.addToken(tx, link);
    const letter = { identity: contact.id, path: `/verifications/${token}` };
    await this.letters.send(tx, 'account-verify-contact', { email: contact.address, person }, letter);
    return contact;
  }
}

/** The person adds a further address. */
@Injectable()
export class AddContact {
  constructor(
    private readonly requireConfirmed: RequireConfirmed,
    private readonly contacts: ContactRepository,
    private readonly offer: OfferContact,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `people.confirm_first`, `people.needs_attention` */
  async execute(tx: Tx, email: string): Promise<void> {
    const { personId } = await this.requireConfirmed.execute(tx);
    const address = requireEmail(email);
    const mine = await this.contacts.all(tx, personId);
    if (mine.some((contact) => contact.addressKey === address.key)) {
      throw needsAttention([{ field: 'email', message: 'This address is on your profile already.' }]);
    }
    if (mine.filter((contact) => !contact.verifiedAt).length >= UNVERIFIED_AT_ONCE) {
      throw needsAttention([{ field: 'email', message: 'First confirm or remove the addresses that still wait.' }]);
    }
    const contact = await this.offer.execute(tx, personId, address);
    await this.audit.record(tx, {
      action: 'people.contact.added',
      subject: { kind: 'contact', id: contact.id },
      personId,
    });
  }
}

/** What follows when the address for letters and sign-in changed: other sessions end, the old address is told. */
@Injectable()
export class AddressChanged {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly tell: TellPerson,
    private readonly audit: Audit,
  ) {}

  /** Call it while the old address is still the primary one. */
  async execute(tx: Tx, change: { personId: string; sessionId: string; contact: ContactEntity }): Promise<void> {
    const { personId, sessionId, contact } = change;
    const identity = `${contact.id}/${tx.now.toString()}`;
    await this.tell.execute(tx, 'account-address-changed', personId, { identity });
    await this.sessions.endAll(tx, personId, sessionId);
    await this.audit.record(tx, {
      action: 'people.contact.made_primary',
      subject: { kind: 'contact', id: contact.id },
      personId,
    });
  }
}

/** Letters go to another of the person's verified addresses from now on. */
@Injectable()
export class ChoosePrimaryContact {
  constructor(
    private readonly requireConfirmed: RequireConfirmed,
    private readonly contacts: ContactRepository,
    private readonly changed: AddressChanged,
  ) {}

  /** @throws DomainError `people.confirm_first`, `not_found` */
  async execute(tx: Tx, contactId: string): Promise<void> {
    const { personId, sessionId } = await this.requireConfirmed.execute(tx);
    const contact = await this.contacts.find(tx, personId, contactId);
    if (!contact?.verifiedAt) throw notFound('this address');
    if (contact.isPrimary) return;
    await this.changed.execute(tx, { personId, sessionId, contact });
    await this.contacts.makePrimary(tx, personId, contactId);
  }
}

/** Takes an address off the profile; the one that letters go to stays. */
@Injectable()
export class RemoveContact {
  constructor(
    private readonly requireConfirmed: RequireConfirmed,
    private readonly contacts: ContactRepository,
    private readonly accounts: AccountRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `people.confirm_first`, `people.contact_kept`, `not_found` */
  async execute(tx: Tx, contactId: string): Promise<void> {
    const { personId } = await this.requireConfirmed.execute(tx);
    const contact = await this.contacts.find(tx, personId, contactId);
    if (!contact) throw notFound('this address');
    if (contact.isPrimary) throw contactKept();
    await this.contacts.end(tx, contactId);
    await this.accounts.useTokens(tx, personId, 'verify-contact', contactId);
    await this.audit.record(tx, {
      action: 'people.contact.removed',
      subject: { kind: 'contact', id: contactId },
      personId,
    });
  }
}
