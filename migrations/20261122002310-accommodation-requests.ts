import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people ask for to be made easier: what helps, and no place for why. Class: legal file. */
export class AccommodationRequests20261122002310 implements MigrationInterface {
  readonly name = 'AccommodationRequests20261122002310';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table accommodation_request (
        id uuid primary key,
        body_id uuid not null references organization,
        person_id uuid not null references person,
        extra_time_percent integer not null check (extra_time_percent between 0 and 200),
        break_minutes integer not null check (break_minutes between 0 and 120),
        reader boolean not null,
        large_text boolean not null,
        wide_spacing boolean not null,
        asked_at timestamptz(3) not null,
        state text not null default 'open' check (state in ('open', 'granted', 'declined', 'withdrawn')),
        answered_by uuid references person,
        answered_at timestamptz(3),
        -- What was granted: as it was asked, or as it was settled.
        accommodation_id uuid,
        reason text check (reason in ('agreed_otherwise', 'arranged_on_site', 'changes_the_exam', 'another_body')),
        unique (body_id, id),
        foreign key (body_id, accommodation_id) references accommodation (body_id, id),
        check ((state = 'open') = (answered_at is null)),
        check ((state in ('granted', 'declined')) = (answered_by is not null)),
        check ((state = 'granted') = (accommodation_id is not null)),
        check ((state = 'declined') = (reason is not null)),
        constraint accommodation_request_somebody_else check (answered_by <> person_id),
        constraint accommodation_request_of_something
          check (extra_time_percent > 0 or break_minutes > 0 or reader or large_text or wide_spacing)
      );
      -- One at a time: two presses on "Ask" are one request.
      create unique index accommodation_request_open on accommodation_request (body_id, person_id) where state = 'open';
      create index accommodation_request_person on accommodation_request (person_id, asked_at desc);
      create index accommodation_request_desk on accommodation_request (body_id, asked_at, id) where state = 'open';

      create function accommodation_request_is_kept() returns trigger language plpgsql as $$
      begin
        if old.state <> 'open'
          or to_jsonb(new) - '{state,answered_by,answered_at,accommodation_id,reason}'::text[]
            <> to_jsonb(old) - '{state,answered_by,answered_at,accommodation_id,reason}'::text[] then
          raise exception 'a request is asked once and answered once' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger accommodation_request_is_kept before update on accommodation_request
        for each row execute function accommodation_request_is_kept();

      grant select, insert on accommodation_request to goodstanding_web, goodstanding_jobs;
      grant update (state, answered_by, answered_at, accommodation_id, reason) on accommodation_request to goodstanding_web;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
