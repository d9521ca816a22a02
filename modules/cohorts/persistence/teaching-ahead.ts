import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Delivery } from '../domain/live-session.js';

/** A live session falls into the next days for so long. */
const DAYS_AHEAD = 14;

/** A group that has not ended, for those who teach it or run the organization. */
export interface TaughtGroup {
  id: string;
  title: string;
  courseTitle: string;
  /** The person teaches it, and so may open it. */
  isMine: boolean;
  taken: number;
  places: number;
  waiting: number;
  timeZone: string;
  /** Its next live session of the next days. */
  session: { id: string; startsAt: Temporal.Instant; minutes: number; delivery: Delivery } | null;
}

interface Row extends Omit<TaughtGroup, 'session'> {
  sessionId: string | null;
  startsAt: Temporal.Instant | null;
  minutes: number;
  delivery: Delivery;
}

/** What teaching holds for somebody at a training provider or a body: one question to the database each, whatever there is. */
@Injectable()
export class TeachingAhead {
  /** Groups that the person teaches, and those of organizations that they run; the next session first. */
  async groups(tx: Tx, personId: string, organizationIds: readonly string[]): Promise<TaughtGroup[]> {
    const rows: Row[] = await tx.manager.query(
      `select c.id, c.title, v.definition->>'title' as "courseTitle", i.person_id is not null as "isMine", c.places,
         o.time_zone as "timeZone", s.id as "sessionId", s.starts_at as "startsAt", s.minutes, s.delivery,
         (select count(*)::int from cohort_place p where p.cohort_id = c.id and p.state = 'held') as taken,
         (select count(*)::int from cohort_place p where p.cohort_id = c.id and p.state = 'waiting') as waiting
       from cohort c join organization o on o.id = c.organization_id
       join course on course.code = c.course_code join course_version v on v.id = course.current_version_id
       left join cohort_instructor i on i.cohort_id = c.id and i.person_id = $1
       left join lateral (
         select * from cohort_session where cohort_id = c.id and cancelled_at is null
           and starts_at + make_interval(mins => minutes) > $2::timestamptz
           and starts_at < $2::timestamptz + make_interval(days => $4)
         order by starts_at, id limit 1) s on true
       where (i.person_id is not null or c.organization_id = any($3))
         and c.ends_on >= ($2::timestamptz at time zone o.time_zone)::date
       order by s.starts_at nulls last, c.starts_on, c.id
       limit 50`,
      [personId, tx.now.toString(), organizationIds, DAYS_AHEAD],
    );
    return rows.map(({ sessionId: id, startsAt, minutes, delivery, ...group }) => ({
      ...group,
      session: id && startsAt ? { id, startsAt, minutes, delivery } : null,
    }));
  }

  /** How many invitations of these organizations wait for an answer. */
  async openInvitations(tx: Tx, organizationIds: readonly string[]): Promise<number> {
    const rows: { count: number }[] = await tx.manager.query(
      `select count(*)::int as count from course_invitation where organization_id = any($1) and state = 'open'`,
      [organizationIds],
    );
    return rows[0]?.count ?? 0;
  }
}
