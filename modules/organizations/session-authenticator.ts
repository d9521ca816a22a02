import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { anonymous, type Actor } from '../../src/kernel/actor.js';
import { Authenticator, type Credentials } from '../../src/platform/access/authenticator.js';
import { Sessions } from '../people/people.public.js';
import { MembershipRepository } from './persistence/membership.repository.js';

/** A request's cookie or bearer token becomes the person who acts, with the roles they hold at this moment. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly sessions: Sessions,
    private readonly memberships: MembershipRepository,
  ) {
    super();
  }

  override async authenticate(manager: EntityManager, credentials: Credentials, now: Temporal.Instant): Promise<Actor> {
    const { sessionToken, bearerToken } = credentials;
    const token = bearerToken ?? sessionToken;
    if (!token) return anonymous;
    const session = await this.sessions.open({ token, kind: bearerToken ? 'api' : 'page' }, now);
    if (!session) return anonymous;
    const memberships = await this.memberships.ofRequest(session.personId, now);
    // Who can change the register is signed out sooner, whatever they are doing at the moment.
    const staff = memberships.some(({ organizationKind }) => organizationKind === 'certifying-body');
    if (staff && !session.withinStaffLimits) return anonymous;
    await this.sessions.touch(manager, session, now);
    const { personId, sessionId, assurance } = session;
    return { kind: 'person', personId, sessionId, assurance, memberships };
  }
}
