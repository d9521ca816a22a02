import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authorisations to test at an exam centre, and the centres' lists of results. Class: legal file. */
export class ExamCentres20261122000710 implements MigrationInterface {
  readonly name = 'ExamCentres20261122000710';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The moves of modules/certification/domain/exam/authorisation-state.ts.
      create table exam_authorisation_move (
        move text not null,
        from_state text not null,
        to_state text not null,
        primary key (move, from_state, to_state)
      );
      insert into exam_authorisation_move (move, from_state, to_state) values
        ('use', 'issued', 'used'),
        ('withdraw', 'issued', 'withdrawn');

      create table exam_authorisation (
        id uuid primary key,
        body_id uuid not null references organization,
        application_id uuid not null,
        person_id uuid not null references person,
        number text not null unique check (number ~ '^AT(-[0-9A-HJKMNP-TV-Z]{4}){5}$'),
        state text not null default 'issued' check (state in ('issued', 'used', 'withdrawn')),
        valid_from date not null,
        valid_to date not null,
        -- Null: the scheme sets no number.
        max_attempts integer check (max_attempts > 0),
        -- Codes of adjustments; why they are made is not here.
        adjustments text[] not null default '{}',
        centre text not null check (char_length(centre) between 1 and 200),
        booking text not null check (char_length(booking) between 1 and 1000),
        issued_by uuid not null references person,
        created_at timestamptz(3) not null,
        unique (body_id, id),
        foreign key (body_id, application_id) references application (body_id, id),
        check (valid_from <= valid_to),
        check (issued_by <> person_id)
      );
      create unique index exam_authorisation_one_open on exam_authorisation (application_id) where state = 'issued';
      create index exam_authorisation_list on exam_authorisation (body_id, created_at, id);
      create index exam_authorisation_application on exam_authorisation (application_id, created_at);

      create table exam_authorisation_event (
        id uuid primary key,
        body_id uuid not null,
        authorisation_id uuid not null,
        move text not null,
        from_state text not null,
        to_state text not null,
        reason text check (char_length(reason) between 1 and 500),
        actor_person_id uuid not null references person,
        recorded_at timestamptz(3) not null,
        foreign key (body_id, authorisation_id) references exam_authorisation (body_id, id),
        foreign key (move, from_state, to_state) references exam_authorisation_move,
        check (move <> 'withdraw' or reason is not null)
      );
      create index exam_authorisation_event_of on exam_authorisation_event (authorisation_id);
      create trigger exam_authorisation_event_is_append_only
        before update or delete or truncate on exam_authorisation_event
        for each statement execute function forbid_change();

      create function exam_authorisation_follows_event() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare current text;
      begin
        select state into current from exam_authorisation where id = new.authorisation_id for update;
        if current <> new.from_state then
          raise exception 'authorisation % is %, not %', new.authorisation_id, current, new.from_state
            using errcode = 'check_violation';
        end if;
        update exam_authorisation set state = new.to_state where id = new.authorisation_id;
        return null;
      end $$;
      create trigger exam_authorisation_follows_event after insert on exam_authorisation_event
        for each row execute function exam_authorisation_follows_event();

      -- A list of results, as a centre sent it. The same bytes are the same list.
      create table exam_import (
        id uuid primary key,
        body_id uuid not null references organization,
        uploaded_by uuid not null references person,
        file_name text not null,
        encoding text not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        columns text[] not null,
        lines integer not null,
        state text not null check (state in ('checking', 'checked', 'recording', 'recorded')),
        -- Everything up to this line is done in the present state.
        done_to integer not null default 0,
        confirmed_by uuid references person,
        created_at timestamptz(3) not null,
        unique (body_id, sha256),
        unique (body_id, id)
      );
      create table exam_import_line (
        body_id uuid not null,
        import_id uuid not null,
        -- Place in the list of lines; the line of the file beside it.
        position integer not null,
        line integer not null,
        cells text[] not null,
        -- The centre's number of the report, to find the same report twice in a list.
        report text not null,
        outcome text check (outcome in ('good', 'not_counted', 'same', 'problem', 'recorded')),
        message text,
        primary key (import_id, position),
        foreign key (body_id, import_id) references exam_import (body_id, id)
      );
      create index exam_import_line_outcome on exam_import_line (import_id, outcome, position);
      create index exam_import_line_report on exam_import_line (import_id, report, position);

      grant select on exam_authorisation_move to goodstanding_web, goodstanding_jobs;
      grant select, insert on exam_authorisation, exam_authorisation_event to goodstanding_web, goodstanding_jobs;
      grant select, insert, update on exam_import, exam_import_line to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
