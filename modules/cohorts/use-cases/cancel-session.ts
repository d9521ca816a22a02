import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters } from '../../notifications/notifications.public.js';
import { alreadyBegun } from '../cohorts.errors.js';
import { PlaceRepository } from '../persistence/place.repository.js';
import { CohortTrail } from './cohort-trail.js';
import { SessionDesk } from './session-desk.js';

/** An instructor takes a session off the calendar before it begins; everybody with a place is told by letter. A repeat does nothing. */
@Injectable()
export class CancelSession {
  constructor(
    private readonly desk: SessionDesk,
    private readonly places: PlaceRepository,
    private readonly letters: Letters,
    private readonly trail: CohortTrail,
  ) {}

  /** @throws DomainError not_found for a session of others; conflict once it has begun */
  async execute(tx: Tx, { sessionId }: { sessionId: string }): Promise<void> {
    const { cohort, session } = await this.desk.teachers.session(tx, sessionId);
    if (session.cancelledAt) return;
    if (Temporal.Instant.compare(session.startsAt, tx.now) <= 0) throw alreadyBegun();
    if (!(await this.desk.sessions.cancel(tx, session.id))) return;
    const { timeZone } = await this.desk.organizations.get(tx, cohort.organizationId);
    const day = session.startsAt.toZonedDateTimeISO(timeZone).toPlainDate().toString();
    for (const { personId } of await this.places.members(tx, cohort.id, { after: null, limit: cohort.places })) {
      await this.letters.send(tx, {
        kind: 'cohort-session-cancelled',
        identity: `cohort-session-cancelled:${session.id}:${personId}`,
        to: { personId },
        data: { title: cohort.title, on: day, path: `/cohorts/${cohort.id}` },
      });
    }
    await this.trail.audit.record(tx, {
      action: 'cohorts.session.cancelled',
      subject: { kind: 'cohort_session', id: session.id },
      details: { cohort: cohort.id },
    });
  }
}
