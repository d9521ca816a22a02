import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accommodations: a person's, for every quiz and every exam. What they are and never why. Class: legal file. */
export class Accommodations20261122001810 implements MigrationInterface {
  readonly name = 'Accommodations20261122001810';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table accommodation (
        id uuid primary key,
        body_id uuid not null references organization,
        person_id uuid not null references person,
        extra_time_percent integer not null check (extra_time_percent between 0 and 200),
        -- Time for breaks, in all, on top of the extra time.
        break_minutes integer not null check (break_minutes between 0 and 120),
        reader boolean not null,
        large_text boolean not null,
        wide_spacing boolean not null,
        valid_from date not null,
        -- The last day; null without an end.
        valid_until date check (valid_until >= valid_from),
        granted_by uuid not null references person,
        granted_at timestamptz(3) not null,
        ended_by uuid references person,
        ended_at timestamptz(3),
        unique (body_id, id),
        check ((ended_at is null) = (ended_by is null)),
        constraint accommodation_of_somebody_else check (granted_by <> person_id),
        constraint accommodation_of_something
          check (extra_time_percent > 0 or break_minutes > 0 or reader or large_text or wide_spacing)
      );
      create index accommodation_person on accommodation (person_id) where ended_at is null;
      create index accommodation_body on accommodation (body_id, granted_at desc, id desc);

      create function accommodation_is_kept() returns trigger language plpgsql as $$
      begin
        if old.ended_at is not null
          or to_jsonb(new) - '{ended_by,ended_at}'::text[] <> to_jsonb(old) - '{ended_by,ended_at}'::text[] then
          raise exception 'an accommodation is granted and ended once' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger accommodation_is_kept before update on accommodation
        for each row execute function accommodation_is_kept();

      grant select, insert on accommodation to goodstanding_web, goodstanding_jobs;
      grant update (ended_by, ended_at) on accommodation to goodstanding_web;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
