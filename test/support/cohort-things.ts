import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import { COURSE } from '../../modules/portal/demonstration/cast.js';

interface Body {
  bodyId: string;
}

/** A group of the body that only its code opens, taught by those of its administrators who do not work with exam items, in which the owner has a place. */
export async function cohort(test: TestApp, given: Body, owner: { personId: string }): Promise<string> {
  const id = randomUUID();
  const code = [...id.replaceAll('-', '')].map((hex) => '23456789ABCDEFGH'[parseInt(hex, 16)]).slice(0, 8);
  await test.owner.query(
    `insert into cohort (id, organization_id, course_code, title, places, starts_on, ends_on, join_code, is_open, created_by, created_at)
     values ($1, $2, $3, 'Thursday evenings', 9, '2028-10-01', '2029-01-31', $4, false, $5, now())`,
    [id, given.bodyId, COURSE, code.join(''), owner.personId],
  );
  await test.owner.query(
    `insert into cohort_instructor (cohort_id, person_id, created_at)
     select distinct $1::uuid, person_id, now() from membership where organization_id = $2 and role = 'administrator'
       and not works_in_item_bank(person_id, now())`,
    [id, given.bodyId],
  );
  await test.owner.query(
    `insert into cohort_place (id, cohort_id, person_id, state, asked_at, changed_at) values ($1, $2, $3, 'held', now(), now())`,
    [randomUUID(), id, owner.personId],
  );
  return id;
}

/** A live session of such a group, by whatever plan there is. */
export async function liveSession(test: TestApp, given: Body, owner: { personId: string }): Promise<string> {
  const id = randomUUID();
  await test.owner.query(
    `insert into cohort_session (id, cohort_id, course_version_id, session_code, starts_at, minutes, delivery, place, code_secret, created_at)
     select $1, $2, id, definition->'sessions'->0->>'code', '2028-10-15T14:00:00Z', 90, 'in_person', 'Room 2', repeat('ab', 32), now()
     from course_version where definition ? 'sessions' limit 1`,
    [id, await cohort(test, given, owner)],
  );
  return id;
}

/** An invitation of the body to the owner's own address. */
export async function courseInvitation(test: TestApp, given: Body, owner: { personId: string }): Promise<string> {
  const id = randomUUID();
  const email = `${owner.personId}@invited.example`;
  await test.owner.query(
    `insert into contact (id, person_id, kind, address, address_key, is_primary, verified_at, created_at)
     select $1, $2, 'email', $3, $3, false, now(), now() where not exists (select from contact where address_key = $3)`,
    [randomUUID(), owner.personId, email],
  );
  await test.owner.query(
    `update course_invitation set state = 'withdrawn', answered_at = now() where email = $1 and state = 'open'`,
    [email],
  );
  await test.owner.query(
    `insert into course_invitation (id, organization_id, course_code, name, email, state, invited_by, created_at)
     values ($1, $2, $3, 'Owner', $4, 'open', $5, now())`,
    [id, given.bodyId, COURSE, email, owner.personId],
  );
  return id;
}
