import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { passwordProblem, type PasswordSetting } from '../domain/password-rules.js';
import { wellKnownPasswords } from '../secrets/well-known-passwords.js';
import { needsAttention, passwordMessage } from '../people.errors.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import type { PersonEntity } from '../persistence/person.entity.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { SecondFactorRepository } from '../persistence/second-factor.repository.js';
import { AccountLetters } from './account-letters.js';

export type OwnSetting = Pick<PasswordSetting, 'secondFactor' | 'personal'>;

/**
 * Refuses a password that would be guessed.
 * @throws DomainError `people.needs_attention` on the field `password`
 */
export function checkNewPassword(password: string, setting: OwnSetting): void {
  const problem = passwordProblem(password, { ...setting, wellKnown: wellKnownPasswords });
  if (problem) throw needsAttention([{ field: 'password', message: passwordMessage(problem, setting) }]);
}

/** What the rules for a person's password depend on. */
@Injectable()
export class ReadPasswordSetting {
  constructor(
    private readonly persons: PersonRepository,
    private readonly contacts: ContactRepository,
    private readonly factors: SecondFactorRepository,
  ) {}

  async execute(tx: Tx, personId: string): Promise<OwnSetting> {
    const person = await this.persons.find(tx, personId);
    if (!person) throw notFound('this person');
    const contacts = await this.contacts.all(tx, personId);
    const secondFactor = (await this.factors.inUse(tx, personId)) !== null;
    const addresses = contacts.map((contact) => contact.address);
    return { secondFactor, personal: [person.legalName, person.chosenName ?? '', ...addresses] };
  }
}

/** Writes to a person about their account, at the address they chose. */
@Injectable()
export class TellPerson {
  constructor(
    private readonly persons: PersonRepository,
    private readonly contacts: ContactRepository,
    private readonly letters: AccountLetters,
  ) {}

  /** @returns the person */
  async execute(
    tx: Tx,
    kind: Parameters<AccountLetters['send']>[1],
    personId: string,
    letter: Parameters<AccountLetters['send']>[3],
  ): Promise<PersonEntity> {
    const person = await this.persons.find(tx, personId);
    if (!person) throw notFound('this person');
    const contact = await this.contacts.primary(tx, personId);
    if (contact) await this.letters.send(tx, kind, { email: contact.address, person }, letter);
    return person;
  }
}

/** Puts a new password in place of the old one and tells the person. Sessions are ended by the callers. */
@Injectable()
export class ReplacePassword {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly tell: TellPerson,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, { personId, passwordHash }: { personId: string; passwordHash: string }): Promise<void> {
    await this.accounts.setPassword(tx, personId, passwordHash);
    await this.accounts.useTokens(tx, personId, 'reset-password');
    await this.audit.record(tx, {
      action: 'people.password.changed',
      subject: { kind: 'person', id: personId },
      personId,
    });
    const identity = `${personId}/${tx.now.toString()}`;
    await this.tell.execute(tx, 'account-password-changed', personId, { identity });
  }
}
