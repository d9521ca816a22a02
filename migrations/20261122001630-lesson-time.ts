import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Time spent in the lessons of courses that count it. Class: learning. */
export class LessonTime20261122001630 implements MigrationInterface {
  readonly name = 'LessonTime20261122001630';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- What the page told while somebody was at work in it, by the server's clock; nothing of what they did.
      create table lesson_time (
        enrolment_id uuid not null,
        lesson_id uuid not null,
        person_id uuid not null,
        course_version_id text not null,
        seconds integer not null check (seconds >= 0),
        last_sign_at timestamptz(3) not null,
        created_at timestamptz(3) not null,
        primary key (enrolment_id, lesson_id),
        foreign key (enrolment_id, person_id, course_version_id) references enrolment (id, person_id, course_version_id),
        foreign key (course_version_id, lesson_id) references lesson (course_version_id, id)
      );
      create index lesson_time_person on lesson_time (person_id);
      grant select, insert on lesson_time to goodstanding_web, goodstanding_jobs;
      grant update (seconds, last_sign_at) on lesson_time to goodstanding_web, goodstanding_jobs;
      -- For erasure.
      grant delete on lesson_time to goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
