import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { PAGE_LENGTH, pageOf } from '../../../src/platform/http/paging.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Teaching, type SessionPlan } from '../../courses/courses.public.js';
import { checkInAt, codeAt, isOpenAt, secondsLeft } from '../domain/live-session.js';
import type { CohortSessionEntity } from '../persistence/cohort-session.entity.js';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { PlaceRepository } from '../persistence/place.repository.js';
import { ReadStaff } from './read-staff.js';
import { SessionDesk } from './session-desk.js';

export interface RosterLine {
  readonly personId: string;
  readonly name: string;
  readonly checkedInAt: Temporal.Instant | null;
  /** What is written down; null while nobody has said. */
  readonly minutes: number | null;
  readonly liveInteraction: boolean;
}

export interface Room {
  readonly cohort: CohortEntity;
  readonly session: CohortSessionEntity;
  readonly plan: SessionPlan;
  readonly timeZone: string;
  readonly roster: readonly RosterLine[];
  readonly next: string | null;
  readonly hasBegun: boolean;
  /** Whether a code is still to be shown to the room, shown now, or no more. */
  readonly checkIn: 'before' | 'open' | 'over';
}

/** A session as the one who holds it sees it: who has a place, who checked in, what is written down; and the code to show. */
@Injectable()
export class ReadRoom {
  constructor(
    private readonly desk: SessionDesk,
    private readonly places: PlaceRepository,
    private readonly teaching: Teaching,
    private readonly staff: ReadStaff,
  ) {}

  /** @throws DomainError not_found for a session of others */
  async execute(tx: Tx, sessionId: string, after: string | null): Promise<Room> {
    const { cohort, session } = await this.desk.teachers.session(tx, sessionId);
    const plan = await this.teaching.plan(tx, session.courseVersionId, session.sessionCode);
    const { timeZone } = await this.desk.organizations.get(tx, cohort.organizationId);
    const members = await this.places.members(tx, cohort.id, { after, limit: PAGE_LENGTH + 1 });
    const page = pageOf(members, ({ id }) => [id]);
    const ids = page.rows.map(({ personId }) => personId);
    const names = new Map((await this.staff.named(tx, ids)).map(({ personId, name }) => [personId, name]));
    const checkIns = await this.desk.sessions.checkIns(tx, session.id, ids);
    const lines = await this.desk.sessions.attendance(tx, [session.id], ids);
    const roster = ids.map((personId): RosterLine => {
      const line = lines.find((one) => one.personId === personId);
      return {
        personId,
        name: names.get(personId) ?? '',
        checkedInAt: checkIns.find((one) => one.personId === personId)?.checkedInAt ?? null,
        minutes: line?.minutes ?? null,
        liveInteraction: line?.liveInteraction ?? true,
      };
    });
    const hasBegun = session.startsAt.epochMilliseconds <= tx.now.epochMilliseconds;
    return { cohort, session, plan, timeZone, roster, next: page.next, hasBegun, checkIn: checkInAt(session, tx.now) };
  }

  /** What to show to the room now. @throws DomainError not_found for a session of others */
  async code(tx: Tx, sessionId: string) {
    const { cohort, session } = await this.desk.teachers.session(tx, sessionId);
    const isOpen = !session.cancelledAt && isOpenAt(session, tx.now);
    const code = isOpen ? codeAt(session.codeSecret, tx.now) : null;
    const plan = await this.teaching.plan(tx, session.courseVersionId, session.sessionCode);
    return { cohort, session, plan, code, seconds: secondsLeft(tx.now) };
  }
}
