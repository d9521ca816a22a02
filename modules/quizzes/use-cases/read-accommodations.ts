import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { pageOf, PAGE_LENGTH, type Page } from '../../../src/platform/http/paging.js';
import { Organizations, type OrganizationSummary } from '../../organizations/organizations.public.js';
import { People, type PersonSummary } from '../../people/people.public.js';
import { AccommodationRepository, type GrantedAccommodation } from '../persistence/accommodation.repository.js';
import {
  AccommodationRequestRepository,
  type AccommodationRequest,
} from '../persistence/accommodation-request.repository.js';
import { bodiesLookedAfter } from './accommodation-keepers.js';

export type { AccommodationRequest, GrantedAccommodation };

/** What stands with a person and the body it is settled with. */
export type WithParties<T> = T & { person: PersonSummary; body: OrganizationSummary };

export interface OwnAccommodations {
  granted: (GrantedAccommodation & { body: OrganizationSummary })[];
  /** The newest few, answered ones too. */
  requests: (AccommodationRequest & { body: OrganizationSummary })[];
  /** Whom one can ask: where somebody looks after accommodations. */
  bodies: OrganizationSummary[];
}

const REQUESTS_SHOWN = 10;

/** What is made easier for whom: for the person themselves, and for those at a body who look after it. */
@Injectable()
export class ReadAccommodations {
  constructor(
    private readonly granted: AccommodationRepository,
    private readonly requests: AccommodationRequestRepository,
    private readonly organizations: Organizations,
    private readonly people: People,
  ) {}

  async own(tx: Tx): Promise<OwnAccommodations> {
    const personId = personIdOf(tx.actor);
    const bodies = await this.organizations.bodies(tx);
    const withBody = <T extends { bodyId: string }>(rows: T[]) =>
      rows.flatMap((row) => {
        const body = bodies.find(({ id }) => id === row.bodyId);
        return body ? [{ ...row, body }] : [];
      });
    return {
      granted: withBody(await this.granted.ofPerson(tx, personId)),
      requests: withBody(await this.requests.ofPerson(tx, personId, REQUESTS_SHOWN)),
      bodies: await this.lookedAfter(tx, bodies),
    };
  }

  /** Requests that wait at the actor's bodies, who waits longest first. */
  async waiting(tx: Tx, after: string[] | null): Promise<Page<WithParties<AccommodationRequest>>> {
    const found = await this.requests.waiting(tx, bodiesLookedAfter(tx.actor), { after, limit: PAGE_LENGTH + 1 });
    const page = pageOf(found, ({ askedAt, id }) => [askedAt.toString(), id]);
    return { ...page, rows: await this.withParties(tx, page.rows) };
  }

  /** What the actor's bodies granted and is not over, newest first. */
  async holding(tx: Tx, after: string[] | null): Promise<Page<WithParties<GrantedAccommodation>>> {
    const found = await this.granted.at(tx, bodiesLookedAfter(tx.actor), { after, limit: PAGE_LENGTH + 1 });
    const page = pageOf(found, ({ grantedAt, id }) => [grantedAt.toString(), id]);
    return { ...page, rows: await this.withParties(tx, page.rows) };
  }

  /** Where the actor looks after accommodations. */
  async ownBodies(tx: Tx): Promise<OrganizationSummary[]> {
    const own = bodiesLookedAfter(tx.actor);
    return (await this.organizations.bodies(tx)).filter(({ id }) => own.includes(id));
  }

  async withParties<T extends { personId: string; bodyId: string }>(tx: Tx, rows: T[]): Promise<WithParties<T>[]> {
    const persons = await this.people.getAll(tx, [...new Set(rows.map(({ personId }) => personId))]);
    const bodies = await this.organizations.bodies(tx);
    return rows.flatMap((row) => {
      const [person, body] = [persons.get(row.personId), bodies.find(({ id }) => id === row.bodyId)];
      return person && body ? [{ ...row, person, body }] : [];
    });
  }

  private async lookedAfter(tx: Tx, bodies: OrganizationSummary[]): Promise<OrganizationSummary[]> {
    const found: OrganizationSummary[] = [];
    for (const body of bodies) {
      const staff = [
        ...(await this.organizations.staffOf(tx, body.id, 'registrar')),
        ...(await this.organizations.staffOf(tx, body.id, 'administrator')),
      ];
      const deciders = new Set(await this.organizations.staffOf(tx, body.id, 'decider'));
      if (staff.some((personId) => !deciders.has(personId))) found.push(body);
    }
    return found;
  }
}
