import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { readEmailAddress } from '../domain/email-address.js';
import { linkEnded } from '../people.errors.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import { MailboxRecoveryRepository } from '../persistence/mailbox-recovery.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { RegistrationRepository } from '../persistence/registration.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { EnterPerson } from './enter-person.js';

export interface ConfirmedAddress {
  personId: string;
  number: string;
  email: string;
}

/** What the page behind a mailed link shows before anything is confirmed. Opening it changes nothing. */
@Injectable()
export class ReadVerification {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
  ) {}

  /** @throws DomainError `people.link_ended` */
  async execute(tx: Tx, token: string): Promise<{ email: string; legalName: string | null }> {
    const registration = await this.registrations.open(tx, token);
    if (registration) return { email: registration.email, legalName: registration.legalName };
    const link = await this.accounts.openToken(tx, token, 'verify-contact');
    const contact = link?.contactId ? await this.contacts.find(tx, link.personId, link.contactId) : null;
    if (!contact) throw linkEnded();
    return { email: contact.address, legalName: null };
  }
}

/** The holder of an address pressed the button: a registration becomes a person. */
@Injectable()
export class ConfirmRegistration {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly enter: EnterPerson,
  ) {}

  /**
   * @returns null when the token belongs to no registration
   * @throws DomainError `people.address_in_use`
   */
  async execute(tx: Tx, token: string): Promise<ConfirmedAddress | null> {
    const registration = await this.registrations.open(tx, token);
    const email = registration && readEmailAddress(registration.email);
    if (!registration || !email) return null;
    const { passwordHash } = registration;
    const person = await this.enter.execute(tx, { names: registration, email, passwordHash });
    await this.registrations.forget(tx, registration.emailKey);
    return { personId: person.id, number: person.number, email: registration.email };
  }
}

/** What a person's address being lost and replaced means for everything that trusted the old one. */
@Injectable()
export class ReplaceLostMailbox {
  constructor(
    private readonly recoveries: MailboxRecoveryRepository,
    private readonly contacts: ContactRepository,
    private readonly sessions: SessionRepository,
  ) {}

  /** Does nothing unless the contact was entered at a body's desk. */
  async execute(tx: Tx, personId: string, contactId: string): Promise<void> {
    if (!(await this.recoveries.findByContact(tx, contactId))) return;
    const lost = await this.contacts.primary(tx, personId);
    await this.contacts.makePrimary(tx, personId, contactId);
    if (lost && lost.id !== contactId) await this.contacts.end(tx, lost.id);
    await this.sessions.endAll(tx, personId, null);
  }
}

/** The holder of a further address pressed the button. */
@Injectable()
export class ConfirmContact {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly replaceLostMailbox: ReplaceLostMailbox,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `people.link_ended`, `people.address_in_use` */
  async execute(tx: Tx, token: string): Promise<{ personId: string; email: string }> {
    const link = await this.accounts.openToken(tx, token, 'verify-contact', true);
    const contact = link?.contactId ? await this.contacts.find(tx, link.personId, link.contactId) : null;
    if (!link || !contact) throw linkEnded();
    await this.contacts.markVerified(tx, contact.id);
    await this.accounts.useTokens(tx, link.personId, 'verify-contact', contact.id);
    await this.replaceLostMailbox.execute(tx, link.personId, contact.id);
    await this.audit.record(tx, {
      action: 'people.contact.verified',
      subject: { kind: 'contact', id: contact.id },
      personId: link.personId,
    });
    return { personId: link.personId, email: contact.address };
  }
}

/** Confirms an address, whichever kind of letter the link came with. */
@Injectable()
export class ConfirmAddress {
  constructor(
    private readonly registration: ConfirmRegistration,
    private readonly contact: ConfirmContact,
    private readonly persons: PersonRepository,
  ) {}

  /** @throws DomainError `people.link_ended`, `people.address_in_use` */
  async execute(tx: Tx, token: string): Promise<ConfirmedAddress> {
    const registered = await this.registration.execute(tx, token);
    if (registered) return registered;
    const { personId, email } = await this.contact.execute(tx, token);
    const person = await this.persons.find(tx, personId);
    if (!person) throw notFound('this person');
    return { personId, number: person.number, email };
  }
}
