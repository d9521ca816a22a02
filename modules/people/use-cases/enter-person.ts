import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Events } from '../../../src/platform/events/events.js';
import type { EmailAddress } from '../domain/email-address.js';
import { PersonRegistered } from '../domain/events.js';
import { personNumber } from '../domain/person-number.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import type { PersonEntity } from '../persistence/person.entity.js';
import { PersonRepository, type NewPerson } from '../persistence/person.repository.js';

/** The rows that make a person: permanent number, name, one verified address, account. */
@Injectable()
export class PersonRows {
  constructor(
    private readonly persons: PersonRepository,
    private readonly contacts: ContactRepository,
    private readonly accounts: AccountRepository,
  ) {}

  /** @throws DomainError `people.address_in_use`; two at once with one address are settled by the database */
  async add(tx: Tx, names: NewPerson, email: EmailAddress, passwordHash: string | null): Promise<PersonEntity> {
    const person = await this.persons.add(tx, { ...names, number: personNumber(randomBytes(9)) });
    const contact = await this.contacts.add(tx, person.id, email);
    await this.contacts.markVerified(tx, contact.id);
    await this.contacts.makePrimary(tx, person.id, contact.id);
    await this.accounts.add(tx, person.id, passwordHash);
    return person;
  }
}

/** Takes somebody whose address is known to be theirs into the house. */
@Injectable()
export class EnterPerson {
  constructor(
    private readonly rows: PersonRows,
    private readonly audit: Audit,
    private readonly events: Events,
  ) {}

  /**
   * @param passwordHash null when the person chooses a password later, by a mailed link
   * @throws DomainError `people.address_in_use`
   */
  async execute(
    tx: Tx,
    { names, email, passwordHash }: { names: NewPerson; email: EmailAddress; passwordHash: string | null },
  ): Promise<PersonEntity> {
    const person = await this.rows.add(tx, names, email, passwordHash);
    await this.audit.record(tx, {
      action: 'people.person.registered',
      subject: { kind: 'person', id: person.id },
      personId: person.id,
    });
    await this.events.publish(tx, new PersonRegistered(person.id, person.number));
    return person;
  }
}
