import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups that go through a course together: places, invitations, live sessions, who was there. Class: learning. */
export class Cohorts20261122001620 implements MigrationInterface {
  readonly name = 'Cohorts20261122001620';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table cohort (
        id uuid primary key,
        organization_id uuid not null references organization,
        course_code text not null references course,
        title text not null check (char_length(title) between 1 and 200),
        places integer not null check (places between 1 and 500),
        starts_on date not null,
        ends_on date not null check (ends_on >= starts_on),
        -- For a group told of it by word of mouth; letters and digits that are not mistaken for each other.
        join_code text not null unique check (join_code ~ '^[2-9A-HJ-NP-Z]{8}$'),
        -- Whether anybody may ask for a place, or only those who were invited or have the code.
        is_open boolean not null,
        created_by uuid not null references person,
        created_at timestamptz(3) not null
      );
      create index cohort_organization on cohort (organization_id, starts_on, id);
      create index cohort_course on cohort (course_code, starts_on, id) where is_open;

      create table cohort_instructor (
        cohort_id uuid not null references cohort,
        person_id uuid not null references person,
        created_at timestamptz(3) not null,
        primary key (cohort_id, person_id)
      );
      create index cohort_instructor_person on cohort_instructor (person_id);

      create table cohort_place (
        id uuid primary key,
        cohort_id uuid not null references cohort,
        person_id uuid not null references person,
        state text not null check (state in ('waiting', 'offered', 'held', 'left', 'lapsed')),
        asked_at timestamptz(3) not null,
        offered_until timestamptz(3),
        changed_at timestamptz(3) not null,
        check ((state = 'offered') = (offered_until is not null))
      );
      create unique index cohort_place_once on cohort_place (cohort_id, person_id)
        where state in ('waiting', 'offered', 'held');
      create index cohort_place_queue on cohort_place (cohort_id, asked_at, id) where state = 'waiting';
      create index cohort_place_person on cohort_place (person_id, asked_at);
      create index cohort_place_list on cohort_place (cohort_id, state, id);

      -- No more places are taken or offered than there are, however many ask at the same moment: each looks alone.
      create function cohort_has_places() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare
        room integer;
      begin
        if new.state not in ('offered', 'held') then return new; end if;
        if tg_op = 'UPDATE' and old.state in ('offered', 'held') then return new; end if;
        select places into room from cohort where id = new.cohort_id for update;
        if (select count(*) from cohort_place where cohort_id = new.cohort_id and state in ('offered', 'held')) >= room then
          raise exception 'cohort % has no place left', new.cohort_id
            using errcode = 'check_violation', constraint = 'cohort_has_places';
        end if;
        return new;
      end $$;
      create trigger cohort_has_places before insert or update on cohort_place
        for each row execute function cohort_has_places();

      -- Nobody is put into a course: an organization invites an address, and the person who has it answers.
      create table course_invitation (
        id uuid primary key,
        organization_id uuid not null references organization,
        course_code text not null references course,
        cohort_id uuid references cohort,
        name text not null check (char_length(name) between 1 and 200),
        email text not null check (char_length(email) between 3 and 254),
        state text not null check (state in ('open', 'accepted', 'declined', 'withdrawn')),
        -- Who answered; before that nobody's.
        person_id uuid references person,
        invited_by uuid not null references person,
        created_at timestamptz(3) not null,
        answered_at timestamptz(3),
        check ((state in ('accepted', 'declined')) = (person_id is not null)),
        check ((state = 'open') = (answered_at is null))
      );
      create unique index course_invitation_once on course_invitation
        (organization_id, course_code, lower(email), cohort_id) nulls not distinct where state = 'open';
      create index course_invitation_organization on course_invitation (organization_id, id);
      create index course_invitation_email on course_invitation (lower(email)) where state = 'open';

      -- A live session of a cohort, by a plan of its course in one version of it.
      create table cohort_session (
        id uuid primary key,
        cohort_id uuid not null references cohort,
        course_version_id text not null references course_version,
        session_code text not null,
        starts_at timestamptz(3) not null,
        minutes integer not null check (minutes between 1 and 1440),
        delivery text not null check (delivery in ('in_person', 'live_online')),
        -- A room, or the address of a call.
        place text not null check (char_length(place) between 1 and 500),
        -- What the codes of its attendance are computed from; leaves the server in no form.
        code_secret text not null check (code_secret ~ '^[0-9a-f]{64}$'),
        cancelled_at timestamptz(3),
        created_at timestamptz(3) not null,
        unique (cohort_id, id)
      );
      create index cohort_session_when on cohort_session (cohort_id, starts_at);

      -- That somebody showed the code of the room in its minute; the instructor's word makes it attendance.
      create table session_check_in (
        session_id uuid not null references cohort_session,
        person_id uuid not null references person,
        checked_in_at timestamptz(3) not null,
        primary key (session_id, person_id)
      );

      -- How long somebody was there, by the instructor's word. Set right by a line that names the one it takes the place of.
      create table attendance (
        id uuid primary key,
        session_id uuid not null,
        cohort_id uuid not null,
        person_id uuid not null references person,
        minutes integer not null check (minutes between 0 and 1440),
        live_interaction boolean not null,
        marked_by uuid not null references person,
        marked_at timestamptz(3) not null,
        corrects uuid unique,
        fact_id uuid unique references fact,
        unique (session_id, person_id, id),
        foreign key (cohort_id, session_id) references cohort_session (cohort_id, id),
        foreign key (session_id, person_id, corrects) references attendance (session_id, person_id, id),
        check (marked_by <> person_id),
        check (corrects <> id)
      );
      create unique index attendance_first on attendance (session_id, person_id) where corrects is null;
      create index attendance_person on attendance (person_id);
      create trigger attendance_is_append_only before update or delete or truncate on attendance
        for each statement execute function forbid_change();

      grant select, insert on cohort, cohort_instructor, cohort_place, course_invitation, cohort_session, session_check_in,
        attendance to goodstanding_web, goodstanding_jobs;
      grant update (state, offered_until, changed_at) on cohort_place to goodstanding_web, goodstanding_jobs;
      -- Nothing of it changes; the right is what locking a cohort asks for.
      grant update (places) on cohort to goodstanding_web, goodstanding_jobs;
      grant update (state, person_id, answered_at) on course_invitation to goodstanding_web, goodstanding_jobs;
      -- For erasure.
      grant delete on cohort_place, course_invitation, session_check_in to goodstanding_jobs;
      grant update (cancelled_at) on cohort_session to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
