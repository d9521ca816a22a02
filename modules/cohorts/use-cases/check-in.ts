import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { notInSession, notThisCode, sessionClosed, sessionNotFound } from '../cohorts.errors.js';
import { isCode, isOpenAt } from '../domain/live-session.js';
import { PlaceRepository } from '../persistence/place.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { CohortTrail } from './cohort-trail.js';

/** The one who acts shows that they are in the room: by the code of this minute, scanned or typed. */
@Injectable()
export class CheckIn {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly places: PlaceRepository,
    private readonly trail: CohortTrail,
  ) {}

  /** @throws DomainError not_found; conflict without a place or outside the time; invalid for a code of another minute */
  async execute(tx: Tx, input: { sessionId: string; code: string }): Promise<void> {
    const personId = personIdOf(tx.actor);
    const session = await this.sessions.find(tx, input.sessionId);
    if (!session) throw sessionNotFound();
    if ((await this.places.living(tx, session.cohortId, personId))?.state !== 'held') throw notInSession();
    if (session.cancelledAt || !isOpenAt(session, tx.now)) throw sessionClosed();
    if (!isCode(session.codeSecret, input.code, tx.now)) throw notThisCode();
    await this.sessions.checkIn(tx, session.id, personId);
    await this.trail.audit.record(tx, {
      action: 'cohorts.session.checked_in',
      subject: { kind: 'cohort_session', id: session.id },
      personId,
    });
  }
}
