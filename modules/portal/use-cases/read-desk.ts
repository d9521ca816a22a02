import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { DomainError, notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { AccountDesk, WaitingRemovals, type WaitingRemoval } from '../../people/account-desk.public.js';
import { People, type PersonSummary } from '../../people/people.public.js';
import { FindAtDesk, type FoundAtDesk } from './find-at-desk.js';

/** A removal that waits, with names in place of ids. */
export interface NamedRemoval extends WaitingRemoval {
  person: PersonSummary;
  askedBy: PersonSummary;
  timeZone: string;
  /** The actor asked for it, so that another one must confirm it. */
  own: boolean;
}

/** What waits for a second administrator, with names. */
@Injectable()
export class ReadRemovals {
  constructor(
    private readonly waiting: WaitingRemovals,
    private readonly people: People,
    private readonly organizations: Organizations,
  ) {}

  /** At the bodies that the actor administers, oldest first. */
  async execute(tx: Tx): Promise<NamedRemoval[]> {
    const removals = await this.waiting.at(tx, organizationsOf(tx.actor, 'administrator'));
    const ids = removals.flatMap(({ personId, handledBy }) => [personId, handledBy]);
    const people = await this.people.getAll(tx, [...new Set(ids)]);
    const named: NamedRemoval[] = [];
    for (const removal of removals) {
      const [person, askedBy] = [people.get(removal.personId), people.get(removal.handledBy)];
      if (!person || !askedBy) continue;
      const { timeZone } = await this.organizations.get(tx, removal.bodyId);
      const own = tx.actor.kind === 'person' && tx.actor.personId === removal.handledBy;
      named.push({ ...removal, person, askedBy, timeZone, own });
    }
    return named;
  }

  /** @throws DomainError `not_found` for one that does not wait, or waits elsewhere */
  async one(tx: Tx, id: string): Promise<NamedRemoval> {
    const removal = (await this.execute(tx)).find((one) => one.id === id);
    if (!removal) throw notFound('this removal');
    return removal;
  }
}

export interface PersonView extends FoundAtDesk {
  emailHint: string | null;
  hasSecondFactor: boolean;
  /** The removal of their second factor that waits, for administrators. */
  waiting: NamedRemoval | null;
  /** The actor may remove a second factor here. */
  administers: boolean;
}

/** A person of the body, as the desk sees them. */
@Injectable()
export class ReadDesk {
  constructor(
    private readonly find: FindAtDesk,
    private readonly desk: AccountDesk,
    private readonly removals: ReadRemovals,
  ) {}

  /** @throws DomainError `portal.nobody_here` */
  async execute(tx: Tx, number: string): Promise<PersonView> {
    const found = await this.find.execute(tx, number, 'registrar', 'administrator');
    const account = await this.desk.read(tx, found.person.id);
    const waiting = (await this.removals.execute(tx)).find(({ personId }) => personId === found.person.id) ?? null;
    const administers = organizationsOf(tx.actor, 'administrator').includes(found.bodyId);
    return { ...found, ...account, waiting, administers };
  }

  /** The same for a search: what to tell instead of a page when nobody is there. */
  async search(tx: Tx, number: string): Promise<PersonView | DomainError> {
    return this.execute(tx, number).catch((error: unknown) => {
      if (error instanceof DomainError && error.kind === 'not_found') return error;
      throw error;
    });
  }
}
