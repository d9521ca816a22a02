import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of courses that nobody begins any more, and pauses of people in a course. Class: content, learning. */
export class CourseWithdrawalsAndPauses20261122001610 implements MigrationInterface {
  readonly name = 'CourseWithdrawalsAndPauses20261122001610';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Who is in a withdrawn version may finish it; it is begun no more.
      create table course_version_withdrawal (
        course_version_id text primary key references course_version,
        -- Why, in words that the people in it read.
        reason text not null check (char_length(reason) between 1 and 2000),
        withdrawn_at timestamptz(3) not null
      );
      create trigger course_version_withdrawal_is_append_only before update or delete or truncate
        on course_version_withdrawal for each statement execute function forbid_change();

      -- A pause has a beginning, perhaps an end, and on purpose no column for why.
      alter table enrolment add unique (id, person_id);
      create table enrolment_pause (
        id uuid primary key,
        enrolment_id uuid not null,
        person_id uuid not null,
        paused_at timestamptz(3) not null,
        resumed_at timestamptz(3) check (resumed_at >= paused_at),
        foreign key (enrolment_id, person_id) references enrolment (id, person_id)
      );
      create unique index enrolment_pause_one_at_a_time on enrolment_pause (enrolment_id) where resumed_at is null;
      create index enrolment_pause_person on enrolment_pause (person_id);

      grant select, insert on course_version_withdrawal, enrolment_pause to goodstanding_web, goodstanding_jobs;
      grant update (resumed_at) on enrolment_pause to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
