import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { notYetHeld } from '../cohorts.errors.js';
import type { AttendanceEntity } from '../persistence/attendance.entity.js';
import { PlaceRepository } from '../persistence/place.repository.js';
import { CreditAttendance } from './credit-attendance.js';
import { SessionDesk } from './session-desk.js';
import { CohortTrail } from './cohort-trail.js';

export interface Presence {
  readonly personId: string;
  /** Minutes in the room; 0 for who was not there. More than the session's length counts as all of it. */
  readonly minutes: number;
  /** Whether they took part in talk with others. */
  readonly liveInteraction: boolean;
}

/**
 * An instructor says who was in a session and how long. Each who was there gets one training fact, vouched for by the instructor;
 * said again otherwise, a new line and a new fact take the place of the old ones. What is the same stays as it is.
 */
@Injectable()
export class MarkAttendance {
  constructor(
    private readonly desk: SessionDesk,
    private readonly places: PlaceRepository,
    private readonly credit: CreditAttendance,
    private readonly trail: CohortTrail,
  ) {}

  /**
   * People without a place in the cohort are passed over, and so is the instructor.
   * @throws DomainError not_found for a session of others; conflict before it began
   */
  async execute(tx: Tx, input: { sessionId: string; present: readonly Presence[] }): Promise<{ marked: number }> {
    const { cohort, session } = await this.desk.teachers.session(tx, input.sessionId);
    if (session.cancelledAt || Temporal.Instant.compare(session.startsAt, tx.now) > 0) throw notYetHeld();
    const markedBy = personIdOf(tx.actor);
    let marked = 0;
    // By person, so that two who mark the same group wait for each other in one order.
    for (const presence of [...input.present].sort((a, b) => (a.personId < b.personId ? -1 : 1))) {
      const { personId, liveInteraction } = presence;
      const place = await this.places.living(tx, cohort.id, personId);
      if (place?.state !== 'held' || personId === markedBy) continue;
      await this.desk.sessions.lockPlan(tx, { personId, plan: `${cohort.courseCode} ${session.sessionCode}` });
      const [before = null] = await this.desk.sessions.attendance(tx, [session.id], [personId]);
      const minutes = Math.min(presence.minutes, session.minutes);
      if (before?.minutes === minutes && before.liveInteraction === liveInteraction) continue;
      const line: AttendanceEntity = {
        id: this.trail.ids.next(),
        sessionId: session.id,
        cohortId: cohort.id,
        personId,
        minutes,
        liveInteraction,
        markedBy,
        markedAt: tx.now,
        corrects: before?.id ?? null,
        factId: null,
      };
      const factId = await this.credit.execute(tx, { cohort, session, line, before });
      await this.desk.sessions.mark(tx, { ...line, factId });
      await this.trail.audit.record(tx, {
        action: before ? 'cohorts.attendance.corrected' : 'cohorts.attendance.marked',
        subject: { kind: 'attendance', id: line.id },
        personId,
        details: { session: session.id, minutes, liveInteraction, fact: factId },
      });
      marked += 1;
    }
    return { marked };
  }
}
