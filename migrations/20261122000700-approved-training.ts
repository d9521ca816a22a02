import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of approved providers and courses, and what a submission says of the course it rests on. Class: legal file. */
export class ApprovedTraining20261122000700 implements MigrationInterface {
  readonly name = 'ApprovedTraining20261122000700';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A course as its body approved it. It never changes: another edition of the course is another row.
      create table approved_course (
        id uuid primary key,
        body_id uuid not null references organization,
        scheme_code text not null check (char_length(scheme_code) between 1 and 100),
        provider text not null check (char_length(provider) between 1 and 300),
        title text not null check (char_length(title) between 1 and 300),
        topics jsonb not null check (jsonb_typeof(topics) = 'array' and jsonb_array_length(topics) > 0),
        delivery text not null check (delivery in ('in_person', 'live_online', 'self_paced')),
        live boolean not null,
        valid_from date not null,
        valid_to date,
        entered_by uuid not null references person,
        created_at timestamptz(3) not null,
        unique (body_id, id),
        check (valid_from <= valid_to),
        -- In one room people are together; what one does alone is not live.
        check (delivery <> 'in_person' or live),
        check (delivery <> 'self_paced' or not live)
      );
      create unique index approved_course_once
        on approved_course (body_id, scheme_code, lower(provider), lower(title), valid_from);
      create index approved_course_list on approved_course (body_id, lower(title), id);
      create trigger approved_course_is_append_only before update or delete or truncate on approved_course
        for each statement execute function forbid_change();

      create table approved_course_decision (
        id uuid primary key,
        body_id uuid not null,
        course_id uuid not null,
        outcome text not null check (outcome in ('approved', 'withdrawn')),
        effective_on date not null,
        reason text check (char_length(reason) between 1 and 1000),
        decided_by uuid not null references person,
        created_at timestamptz(3) not null,
        foreign key (body_id, course_id) references approved_course (body_id, id),
        check (outcome <> 'withdrawn' or reason is not null)
      );
      create index approved_course_decision_course on approved_course_decision (course_id, created_at, id);
      create trigger approved_course_decision_is_append_only before update or delete or truncate on approved_course_decision
        for each statement execute function forbid_change();

      alter table submission
        add approved_course_id uuid,
        add delivery text check (delivery in ('in_person', 'live_online', 'self_paced')),
        add live boolean,
        add assessment_passed boolean,
        add foreign key (body_id, approved_course_id) references approved_course (body_id, id),
        add check (approved_course_id is null or kind = 'outside_training');
      -- The time by topic as the reviewer read it off the certificate; null where the person's own words were accepted.
      alter table submission_review add topics jsonb check (jsonb_typeof(topics) = 'array');

      create index fact_approved_course on fact ((value ->> 'approved_course_id'), occurred_on, id)
        where kind = 'training' and value ->> 'approved_course_id' is not null;

      grant select, insert on approved_course, approved_course_decision to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
