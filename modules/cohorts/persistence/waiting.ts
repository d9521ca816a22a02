import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Delivery } from '../domain/live-session.js';

/** A group that somebody has, waits for or was offered a place in, with the live session that comes next. */
export interface GroupAhead {
  id: string;
  title: string;
  courseTitle: string;
  state: 'waiting' | 'offered' | 'held';
  /** The last moment to take a place that is offered. */
  offeredUntil: Temporal.Instant | null;
  /** The organization's, by which the group's times are told. */
  timeZone: string;
  /** Held and not over yet; null for who has no place. */
  session: { id: string; startsAt: Temporal.Instant; minutes: number; delivery: Delivery } | null;
}

/** An invitation to a course, to an address that the person verified. */
export interface InvitationAhead {
  id: string;
  courseTitle: string;
  organization: string;
}

interface GroupRow extends Omit<GroupAhead, 'session'> {
  sessionId: string | null;
  startsAt: Temporal.Instant | null;
  minutes: number;
  delivery: Delivery;
}

/** What groups hold for somebody who learns: one question to the database each, whatever there is. */
@Injectable()
export class WaitingGroups {
  /** Groups that have not ended, what comes first first. */
  async of(tx: Tx, personId: string): Promise<GroupAhead[]> {
    const rows: GroupRow[] = await tx.manager.query(
      `select c.id, c.title, v.definition->>'title' as "courseTitle", p.state, p.offered_until as "offeredUntil",
         o.time_zone as "timeZone", s.id as "sessionId", s.starts_at as "startsAt", s.minutes, s.delivery
       from cohort_place p join cohort c on c.id = p.cohort_id join organization o on o.id = c.organization_id
       join course on course.code = c.course_code join course_version v on v.id = course.current_version_id
       left join lateral (
         select * from cohort_session where cohort_id = c.id and cancelled_at is null
           and starts_at + make_interval(mins => minutes) > $2::timestamptz
         order by starts_at, id limit 1) s on p.state = 'held'
       where p.person_id = $1 and p.state in ('waiting', 'offered', 'held')
         and c.ends_on >= ($2::timestamptz at time zone o.time_zone)::date
       order by s.starts_at nulls last, c.starts_on, c.id`,
      [personId, tx.now.toString()],
    );
    return rows.map(({ sessionId: id, startsAt, minutes, delivery, ...group }) => ({
      ...group,
      session: id && startsAt ? { id, startsAt, minutes, delivery } : null,
    }));
  }

  /** Invitations that wait for the person's answer, oldest first. */
  invitationsOf(tx: Tx, personId: string): Promise<InvitationAhead[]> {
    return tx.manager.query(
      `select i.id, v.definition->>'title' as "courseTitle", o.name as organization
       from contact k join course_invitation i on lower(i.email) = lower(k.address) and i.state = 'open'
       join organization o on o.id = i.organization_id
       join course on course.code = i.course_code join course_version v on v.id = course.current_version_id
       where k.person_id = $1 and k.kind = 'email' and k.verified_at is not null and k.ended_at is null
       order by i.id`,
      [personId],
    );
  }
}
