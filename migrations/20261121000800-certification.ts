import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications, what happened to them, and exam results. */
export class Certification20261121000800 implements MigrationInterface {
  readonly name = 'Certification20261121000800';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The moves of modules/certification/domain/application-state.ts, so that the database refuses every other one too.
      create table application_move (
        move text not null,
        from_state text not null,
        to_state text not null,
        primary key (move, from_state, to_state)
      );
      insert into application_move (move, from_state, to_state) values
        ('submit', 'draft', 'submitted'),
        ('submit', 'returned', 'submitted'),
        ('claim', 'submitted', 'under_review'),
        ('release', 'under_review', 'submitted'),
        ('return', 'under_review', 'returned'),
        ('admit', 'under_review', 'admitted'),
        ('grant', 'admitted', 'granted'),
        ('deny', 'under_review', 'denied'),
        ('deny', 'admitted', 'denied'),
        ('withdraw', 'draft', 'withdrawn'),
        ('withdraw', 'submitted', 'withdrawn'),
        ('withdraw', 'returned', 'withdrawn'),
        ('withdraw', 'under_review', 'withdrawn'),
        ('withdraw', 'admitted', 'withdrawn'),
        ('time_out', 'draft', 'timed_out'),
        ('time_out', 'returned', 'timed_out'),
        ('time_out', 'admitted', 'timed_out');

      create table application (
        id uuid primary key,
        body_id uuid not null references organization,
        person_id uuid not null references person,
        scheme_code text not null,
        scheme_version_id text not null references scheme_version,
        state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'under_review', 'admitted',
          'granted', 'denied', 'withdrawn', 'timed_out')),
        state_since timestamptz(3) not null,
        begun_on date not null,
        submitted_at timestamptz(3),
        closes_on date,
        claimed_by uuid references person,
        claimed_at timestamptz(3),
        created_at timestamptz(3) not null,
        unique (body_id, id),
        check (closes_on > begun_on),
        check ((claimed_by is null) = (claimed_at is null)),
        check (claimed_by <> person_id)
      );
      create unique index application_one_open on application (body_id, person_id, scheme_code)
        where state in ('draft', 'submitted', 'returned', 'under_review', 'admitted');
      create index application_person on application (person_id, created_at);
      create index application_queue on application (body_id, state, state_since, id);
      create index application_closing on application (closes_on) where state in ('draft', 'returned', 'admitted');

      create table application_event (
        id uuid primary key,
        application_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        move text not null,
        from_state text not null,
        to_state text not null,
        actor_person_id uuid references person,
        reason_codes text[] not null default '{}',
        note text check (char_length(note) between 1 and 10000),
        eligibility jsonb,
        eligibility_hash text check (eligibility_hash ~ '^[0-9a-f]{64}$'),
        happened_on date not null,
        recorded_at timestamptz(3) not null,
        foreign key (body_id, application_id) references application (body_id, id),
        foreign key (move, from_state, to_state) references application_move,
        check ((eligibility is null) = (eligibility_hash is null)),
        check (move not in ('submit', 'return', 'admit', 'grant', 'deny') or eligibility is not null),
        check (move <> 'return' or note is not null),
        check (move not in ('grant', 'deny') or cardinality(reason_codes) > 0),
        -- No grant without every requirement met on the day of the decision.
        check (move <> 'grant' or (eligibility -> 'met') = 'true'::jsonb),
        -- What the body does is done by a person, and never by the applicant.
        check (move not in ('claim', 'release', 'return', 'admit', 'grant', 'deny')
          or (actor_person_id is not null and actor_person_id <> person_id))
      );
      create unique index application_one_decision on application_event (application_id) where move in ('grant', 'deny');
      create index application_event_application on application_event (application_id, recorded_at);
      create trigger application_event_is_append_only before update or delete or truncate on application_event
        for each statement execute function forbid_change();

      -- The state column has no other writer: it follows the events, under a lock, from the state they say they start at.
      create function application_follows_event() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare current application%rowtype;
      begin
        select * into current from application where id = new.application_id for update;
        if current.state <> new.from_state then
          raise exception 'application % is %, not %', new.application_id, current.state, new.from_state
            using errcode = 'check_violation', constraint = 'application_event_starts_at_state';
        end if;
        if current.person_id <> new.person_id then
          raise exception 'application % is of another person', new.application_id using errcode = 'check_violation';
        end if;
        -- A second person decides: not one who claimed, returned or admitted this application.
        if new.move in ('grant', 'deny') and exists (
          select from application_event e where e.application_id = new.application_id
            and e.move in ('claim', 'return', 'admit') and e.actor_person_id = new.actor_person_id
        ) then
          raise exception 'application % was reviewed by the same person', new.application_id
            using errcode = 'check_violation', constraint = 'application_event_second_person';
        end if;
        update application set state = new.to_state, state_since = new.recorded_at,
          submitted_at = case when new.move = 'submit' then new.recorded_at else submitted_at end
          where id = new.application_id;
        return null;
      end $$;
      create trigger application_follows_event after insert on application_event
        for each row execute function application_follows_event();

      create table exam_result (
        id uuid primary key,
        application_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        sat_on date not null,
        score integer not null check (score >= 0),
        passed boolean not null,
        domains jsonb not null,
        centre text not null check (char_length(centre) between 1 and 200),
        report_reference text not null check (char_length(report_reference) between 1 and 100),
        fact_id uuid not null,
        corrects uuid unique references exam_result,
        recorded_by uuid not null references person,
        recorded_at timestamptz(3) not null,
        foreign key (body_id, application_id) references application (body_id, id),
        foreign key (person_id, fact_id) references fact (person_id, id),
        check (recorded_by <> person_id)
      );
      -- The same report is recorded once; putting it right refers to what was recorded.
      create unique index exam_result_report on exam_result (body_id, report_reference) where corrects is null;
      create index exam_result_application on exam_result (application_id, sat_on);
      create trigger exam_result_is_append_only before update or delete or truncate on exam_result
        for each statement execute function forbid_change();

      grant select on application_move to goodstanding_web, goodstanding_jobs;
      grant select, insert on application, application_event, exam_result to goodstanding_web, goodstanding_jobs;
      grant update (claimed_by, claimed_at) on application to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
