import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ContactEntity } from '../persistence/contact.entity.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import type { PersonNameEntity } from '../persistence/person-name.entity.js';
import type { PersonEntity } from '../persistence/person.entity.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { actingPerson } from './require-confirmed.js';

export interface Profile {
  person: PersonEntity;
  /** Newest first; the first is the present one. */
  names: PersonNameEntity[];
  contacts: ContactEntity[];
  primaryEmail: string | null;
}

/** What people see of themselves. */
@Injectable()
export class ReadProfile {
  constructor(
    private readonly persons: PersonRepository,
    private readonly contacts: ContactRepository,
  ) {}

  /** @throws Error when nobody is signed in; DomainError not_found for somebody who was erased */
  async execute(tx: Tx): Promise<Profile> {
    const { personId } = actingPerson(tx);
    const person = await this.persons.find(tx, personId);
    if (!person) throw notFound('this person');
    const contacts = await this.contacts.all(tx, personId);
    const primaryEmail = contacts.find((contact) => contact.isPrimary)?.address ?? null;
    return { person, names: await this.persons.names(tx, personId), contacts, primaryEmail };
  }
}
