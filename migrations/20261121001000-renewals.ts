import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Renewals that people asked for, and the ledger of reminders: what was due, and what became of it. */
export class Renewals20261121001000 implements MigrationInterface {
  readonly name = 'Renewals20261121001000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table renewal (
        id uuid primary key,
        body_id uuid not null,
        person_id uuid not null references person,
        credential_id uuid not null,
        number text not null references credential (number),
        title text not null,
        scheme_version_id text not null references scheme_version,
        -- Last valid day of the term that is being renewed.
        term_ends_on date not null,
        submitted_on date not null,
        submitted_at timestamptz(3) not null,
        late boolean not null,
        confirmed_by uuid references person,
        confirmed_at timestamptz(3),
        new_expires_on date,
        -- A term is renewed once, however often it is asked for.
        unique (credential_id, term_ends_on),
        unique (body_id, id),
        foreign key (body_id, credential_id) references credential (body_id, id),
        check (num_nulls(confirmed_by, confirmed_at, new_expires_on) in (0, 3)),
        check (confirmed_by <> person_id)
      );
      create index renewal_waiting on renewal (body_id, term_ends_on, id) where confirmed_at is null;
      create index renewal_person on renewal (person_id, submitted_at);

      create function renewal_is_settled_once() returns trigger language plpgsql as $$
      begin
        if old.confirmed_at is not null then
          raise exception 'renewal % is confirmed and never changes', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger renewal_is_settled_once before update on renewal
        for each row execute function renewal_is_settled_once();
      create trigger renewal_stays before delete or truncate on renewal
        for each statement execute function forbid_change();

      create table renewal_reminder (
        id uuid primary key,
        body_id uuid not null,
        person_id uuid not null references person,
        credential_id uuid not null,
        -- The days before the last valid day.
        kind text not null check (kind in ('90-days', '60-days', '30-days', '7-days')),
        term_ends_on date not null,
        due_on date not null,
        channel text not null check (channel in ('email')),
        -- What became of it: a letter was written, none was needed, or none could be addressed.
        outcome text not null check (outcome in ('sent', 'excused', 'unaddressed')),
        excuse text,
        created_at timestamptz(3) not null,
        unique (person_id, credential_id, kind, term_ends_on, due_on, channel),
        foreign key (body_id, credential_id) references credential (body_id, id),
        check ((outcome = 'excused') = (excuse is not null)),
        check (due_on < term_ends_on)
      );
      create index renewal_reminder_credential on renewal_reminder (credential_id, term_ends_on);
      create trigger renewal_reminder_is_append_only before update or delete or truncate on renewal_reminder
        for each statement execute function forbid_change();

      grant select, insert on renewal, renewal_reminder to goodstanding_web, goodstanding_jobs;
      grant update (confirmed_by, confirmed_at, new_expires_on) on renewal to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
