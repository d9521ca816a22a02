import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { notFound } from '../../src/kernel/domain-error.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import { readEmailAddress } from './domain/email-address.js';
import { displayName } from './domain/name.js';
import { PasswordHasher } from './secrets/password-hasher.js';
import { readPersonNumber } from './domain/person-number.js';
import { isOpen, STAFF_LIMITS, TRAINEE_LIMITS } from './domain/session-limits.js';
import { ContactRepository } from './persistence/contact.repository.js';
import type { PersonEntity } from './persistence/person.entity.js';
import { PersonRepository } from './persistence/person.repository.js';
import { SessionRepository } from './persistence/session.repository.js';
import { requireEmail } from './use-cases/contacts.js';
import { EnterDemonstrationPerson, type DemonstrationPerson } from './use-cases/enter-demonstration-person.js';
import { InvitePerson } from './use-cases/invite-person.js';
import { requireNames, type NamesInput } from './use-cases/names.js';
import { RequireConfirmed } from './use-cases/require-confirmed.js';

export { readEmailAddress } from './domain/email-address.js';
export { AccountLetterDue, type AccountLetterKind } from './domain/events.js';
export { newTotpSecret, totpCode } from './secrets/totp.js';
export type { DemonstrationPerson } from './use-cases/enter-demonstration-person.js';

export interface PersonSummary {
  id: string;
  /** Permanent, `P-7K3M9-QWXT4`. */
  number: string;
  legalName: string;
  chosenName: string | null;
  /** The chosen name where there is one. */
  displayName: string;
  /** BCP 47, where the person said so. */
  nameLanguage: string | null;
  /** The language that letters to the person are written in. */
  letterLanguage: string;
}

/** Who people are. */
@Injectable()
export class People {
  constructor(
    private readonly persons: PersonRepository,
    private readonly contacts: ContactRepository,
  ) {}

  /** @throws DomainError `not_found` */
  async get(tx: Tx, id: string): Promise<PersonSummary> {
    const person = await this.persons.find(tx, id);
    if (!person) throw notFound('this person');
    return summaryOf(person);
  }

  /** By id; ids of nobody are left out. */
  async getAll(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PersonSummary>> {
    const persons = ids.length === 0 ? [] : await this.persons.findAll(tx, ids);
    return new Map(persons.map((person) => [person.id, summaryOf(person)]));
  }

  /** @param number as typed; a slip in it finds nobody */
  async findByNumber(tx: Tx, number: string): Promise<PersonSummary | null> {
    const spelled = readPersonNumber(number);
    const person = spelled && (await this.persons.findByNumber(tx, spelled));
    return person ? summaryOf(person) : null;
  }

  /** By a verified address, however it is spelled. */
  async findByEmail(tx: Tx, email: string): Promise<PersonSummary | null> {
    const address = readEmailAddress(email);
    const contact = address && (await this.contacts.owner(tx, address.key));
    return contact ? this.get(tx, contact.personId) : null;
  }

  /** Where letters to the person go. @throws DomainError `not_found` */
  async emailOf(tx: Tx, personId: string): Promise<string> {
    const address = await this.findEmailOf(tx, personId);
    if (address === null) throw notFound('an address of this person');
    return address;
  }

  /** The same, or null for somebody whose data was erased. */
  async findEmailOf(tx: Tx, personId: string): Promise<string | null> {
    return (await this.contacts.primary(tx, personId))?.address ?? null;
  }
}

export interface OpenSession {
  sessionId: string;
  personId: string;
  assurance: 'password' | 'two-factor';
  lastSeenAt: Temporal.Instant;
  /** Whether it is also young and busy enough for staff of a certifying body (30 minutes idle, 12 hours in all). */
  withinStaffLimits: boolean;
}

/** Sessions behind tokens, for the one who authenticates requests, and how fresh they are. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly confirmed: RequireConfirmed,
  ) {}

  /**
   * The open session of a token.
   * @param kind pages know sessions by cookie, the API by bearer token; neither takes the other's
   */
  async open(
    { token, kind }: { token: string; kind: 'page' | 'api' },
    now: Temporal.Instant,
  ): Promise<OpenSession | null> {
    const session = await this.sessions.inUse(token);
    if (session?.kind !== kind || !isOpen(session, TRAINEE_LIMITS, now)) return null;
    const { id: sessionId, personId, assurance, lastSeenAt } = session;
    return { sessionId, personId, assurance, lastSeenAt, withinStaffLimits: isOpen(session, STAFF_LIMITS, now) };
  }

  /** Notes that the session is in use, at most once a minute. */
  async touch(manager: EntityManager, { sessionId, lastSeenAt }: OpenSession, now: Temporal.Instant): Promise<void> {
    if (now.since(lastSeenAt).total('minutes') >= 1) await this.sessions.touch(manager, sessionId, now);
  }

  /** Whether the acting person proved within a quarter of an hour who they are; `/profile/confirmation` asks. */
  isConfirmed(tx: Tx): Promise<boolean> {
    return this.confirmed.holds(tx);
  }

  /** Before a change that opens doors. @throws DomainError `people.confirm_first` */
  async requireConfirmed(tx: Tx): Promise<void> {
    await this.confirmed.execute(tx);
  }
}

/** Ways into the house that need no confirmed letter: the operator's and the demonstration's. */
@Injectable()
export class PeopleSetUp {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly demonstration: EnterDemonstrationPerson,
    private readonly invitePerson: InvitePerson,
  ) {}

  /** Takes some 50 ms; call it outside a transaction, and once for people who share a demonstration password. */
  hashPassword(password: string): Promise<string> {
    return this.hasher.hash(password);
  }

  /** @throws Error outside a demonstration database */
  async enterDemonstrationPerson(tx: Tx, person: DemonstrationPerson): Promise<PersonSummary> {
    return summaryOf(await this.demonstration.execute(tx, person));
  }

  /** Enters somebody whom the operator vouches for, or finds them, and mails a link to choose a password. */
  async invite(tx: Tx, input: NamesInput & { email: string }): Promise<{ personId: string; path: string }> {
    return this.invitePerson.execute(tx, { names: requireNames(input), email: requireEmail(input.email) });
  }
}

function summaryOf({ id, number, legalName, chosenName, nameLanguage, letterLanguage }: PersonEntity): PersonSummary {
  const names = { legalName, chosenName, displayName: displayName({ legalName, chosenName }), nameLanguage };
  return { id, number, ...names, letterLanguage };
}
