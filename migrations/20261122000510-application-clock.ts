import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The time a body has for an application: when it stands still, when it ends, and who was told before it did. */
export class ApplicationClock20261122000510 implements MigrationInterface {
  readonly name = 'ApplicationClock20261122000510';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The answer of domain/application-clock.ts, kept for lists and for the schedule that warns; nothing is decided by it.
      alter table application
        add due_rule text check (due_rule in ('decision', 'review', 'certificate_review')),
        add due_on date,
        add due_at timestamptz(3),
        add paused_since timestamptz(3),
        add pause_reason text,
        add check ((paused_since is null) = (pause_reason is null)),
        add check ((due_rule is null) = (due_on is null)),
        add check (due_at is null or paused_since is null);
      create index application_due on application (body_id, due_at, id) where due_at is not null;

      -- Pauses that somebody set. Those while it was returned or while the exam is awaited follow from the steps themselves.
      create table application_pause (
        id uuid primary key,
        application_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        reason_code text not null check (reason_code in ('background_answer', 'outside_confirmation', 'asked_by_applicant')),
        paused_at timestamptz(3) not null,
        paused_by uuid references person,
        ended_at timestamptz(3),
        ended_by uuid references person,
        foreign key (body_id, application_id) references application (body_id, id),
        check (ended_at >= paused_at),
        check (paused_by <> person_id and ended_by <> person_id)
      );
      create unique index application_pause_open on application_pause (application_id, reason_code) where ended_at is null;
      create index application_pause_application on application_pause (application_id, paused_at);

      create table application_warning (
        id uuid primary key,
        application_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        rule text not null,
        stage text not null check (stage in ('ahead', 'last_day', 'late')),
        due_on date not null,
        warned_at timestamptz(3) not null,
        foreign key (body_id, application_id) references application (body_id, id),
        -- Once each; a deadline that moved is another deadline.
        unique (application_id, rule, due_on, stage)
      );
      create trigger application_warning_is_append_only before update or delete or truncate on application_warning
        for each statement execute function forbid_change();

      grant update (due_rule, due_on, due_at, paused_since, pause_reason) on application to goodstanding_web, goodstanding_jobs;
      grant select, insert on application_pause, application_warning to goodstanding_web, goodstanding_jobs;
      grant update (ended_at, ended_by) on application_pause to goodstanding_web, goodstanding_jobs;

      -- A claim that was left lying goes back to the queue without anybody's hand.
      do $$
      declare found_name text;
      begin
        select conname into strict found_name from pg_constraint
          where conrelid = 'application_event'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%release%';
        execute format('alter table application_event drop constraint %I', found_name);
      end $$;
      alter table application_event add constraint application_event_by_a_person
        check (move not in ('claim', 'return', 'admit', 'grant', 'deny') or actor_person_id is not null),
        add constraint application_event_not_by_the_applicant
        check (move not in ('claim', 'release', 'return', 'admit', 'grant', 'deny') or actor_person_id is distinct from person_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
