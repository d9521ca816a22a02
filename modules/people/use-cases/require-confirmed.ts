import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isConfirmed } from '../domain/session-limits.js';
import { confirmFirst } from '../people.errors.js';
import { SessionRepository } from '../persistence/session.repository.js';

/** Changes of address, password and second factor need a proof of a few minutes ago, not only a session. */
@Injectable()
export class RequireConfirmed {
  constructor(private readonly sessions: SessionRepository) {}

  /** @throws DomainError `people.confirm_first` */
  async execute(tx: Tx): Promise<PersonActor> {
    const actor = actingPerson(tx);
    if (!(await this.holds(tx))) throw confirmFirst();
    return actor;
  }

  async holds(tx: Tx): Promise<boolean> {
    const { personId, sessionId } = actingPerson(tx);
    const session = await this.sessions.find(tx, personId, sessionId);
    return session !== null && isConfirmed(session, tx.now);
  }
}

/** @throws DomainError `not_found` when nobody is signed in; the route's rule should have refused before */
export function actingPerson(tx: Tx): PersonActor {
  if (tx.actor.kind !== 'person') throw notFound('this page');
  return tx.actor;
}
