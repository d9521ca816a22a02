import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses by content hash, enrolments, progress. Class: learning; what a learner writes in a reflection is in no table. */
export class Courses20261121000600 implements MigrationInterface {
  readonly name = 'Courses20261121000600';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A version is its content: the id is the SHA-256 of the canonical definition, lessons included.
      create table course_version (
        id text primary key check (id ~ '^[0-9a-f]{64}$'),
        course_code text not null check (char_length(course_code) between 1 and 60),
        -- Whose line it is on: a course edited in the product is not overwritten by the files.
        origin text not null check (origin in ('content', 'author')),
        definition jsonb not null,
        created_at timestamptz(3) not null,
        unique (course_code, id)
      );
      create trigger course_version_is_append_only before update or delete or truncate on course_version
        for each statement execute function forbid_change();

      create table course (
        code text primary key,
        current_version_id text not null,
        quiz_code text not null references quiz,
        created_at timestamptz(3) not null,
        foreign key (code, current_version_id) references course_version (course_code, id)
      );

      -- The lessons of a version, to be named by id; their text is in the version's definition.
      create table lesson (
        id uuid primary key,
        course_version_id text not null references course_version,
        code text not null,
        place integer not null check (place >= 1),
        created_at timestamptz(3) not null,
        unique (course_version_id, code),
        unique (course_version_id, place),
        unique (course_version_id, id)
      );
      create trigger lesson_is_append_only before update or delete or truncate on lesson
        for each statement execute function forbid_change();

      -- One for each person and course, so that a course is worth its minutes once. It stays with the version it began with.
      create table enrolment (
        id uuid primary key,
        person_id uuid not null references person,
        course_code text not null references course,
        course_version_id text not null,
        completed_at timestamptz(3),
        completed_on date,
        fact_id uuid unique references fact,
        created_at timestamptz(3) not null,
        unique (person_id, course_code),
        unique (id, person_id, course_version_id),
        foreign key (course_code, course_version_id) references course_version (course_code, id),
        check (num_nulls(completed_at, completed_on, fact_id) in (0, 3))
      );
      create index enrolment_course on enrolment (course_code, created_at);
      create function enrolment_is_completed() returns trigger language plpgsql as $$
      begin
        if old.completed_at is not null then
          raise exception 'a completed enrolment never changes' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger enrolment_is_completed before update on enrolment
        for each row execute function enrolment_is_completed();

      -- What was last chosen in the checks of a lesson: for learning, never scored.
      create table lesson_check (
        enrolment_id uuid not null,
        lesson_id uuid not null,
        person_id uuid not null,
        course_version_id text not null,
        chosen integer[] not null,
        answered_at timestamptz(3) not null,
        created_at timestamptz(3) not null,
        primary key (enrolment_id, lesson_id),
        foreign key (enrolment_id, person_id, course_version_id) references enrolment (id, person_id, course_version_id),
        foreign key (course_version_id, lesson_id) references lesson (course_version_id, id)
      );

      -- A finished lesson; its row says too that the reflection was done, and nothing of what it held.
      create table lesson_completion (
        enrolment_id uuid not null,
        lesson_id uuid not null,
        person_id uuid not null,
        course_version_id text not null,
        created_at timestamptz(3) not null,
        primary key (enrolment_id, lesson_id),
        foreign key (enrolment_id, lesson_id) references lesson_check (enrolment_id, lesson_id),
        foreign key (enrolment_id, person_id, course_version_id) references enrolment (id, person_id, course_version_id),
        foreign key (course_version_id, lesson_id) references lesson (course_version_id, id)
      );
      create trigger lesson_completion_is_append_only before update or delete or truncate on lesson_completion
        for each statement execute function forbid_change();

      grant select, insert on course_version, course, lesson, enrolment, lesson_check, lesson_completion
        to goodstanding_web, goodstanding_jobs;
      grant update (current_version_id, quiz_code) on course to goodstanding_web, goodstanding_jobs;
      grant update (completed_at, completed_on, fact_id) on enrolment to goodstanding_web, goodstanding_jobs;
      grant update (chosen, answered_at) on lesson_check to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
