import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import type { PersonEntity } from '../persistence/person.entity.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { ReadSecondFactor } from './sign-in.js';

export interface PersonAtDesk {
  person: PersonEntity;
  /** Of the address only first letter and domain: staff compare it with what the person says, they do not learn it. */
  emailHint: string | null;
  hasSecondFactor: boolean;
}

/** What staff see of a person at the desk: enough to know who it is. */
@Injectable()
export class ReadPersonAtDesk {
  constructor(
    private readonly persons: PersonRepository,
    private readonly contacts: ContactRepository,
    private readonly secondFactor: ReadSecondFactor,
  ) {}

  /** @throws DomainError `not_found` */
  async execute(tx: Tx, personId: string): Promise<PersonAtDesk> {
    const person = await this.persons.find(tx, personId);
    if (!person) throw notFound('this person');
    const contact = await this.contacts.primary(tx, personId);
    const { inUse } = await this.secondFactor.execute(tx, personId);
    return { person, emailHint: contact && hideAddress(contact.address), hasSecondFactor: inUse };
  }
}

/** `robin@example.org` → `r…@example.org` */
function hideAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0]}…${address.slice(at)}`;
}
