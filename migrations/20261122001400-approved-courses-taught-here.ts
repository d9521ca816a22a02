import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A course that is taught in the product, on a body's register; and what a reviewer read in a proof. Class: legal file. */
export class ApprovedCoursesTaughtHere20261122001400 implements MigrationInterface {
  readonly name = 'ApprovedCoursesTaughtHere20261122001400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The code of a course taught here: what it records of itself then falls under this approval.
      alter table approved_course add course_code text check (course_code ~ '^[a-z0-9][a-z0-9-]{0,99}$');
      create index approved_course_taught_here on approved_course (body_id, scheme_code) where course_code is not null;
      create index fact_course on fact (code, occurred_on, id)
        where kind = 'training' and voucher_method = 'course' and code is not null;

      -- What the reviewer entered on acceptance: the approval that a training falls under, its category, a figure of a document.
      alter table submission_review
        add approved_course_id uuid,
        add category text check (category ~ '^[a-z][a-z0-9_]{0,99}$'),
        add figure integer check (figure between 0 and 999),
        add foreign key (body_id, approved_course_id) references approved_course (body_id, id),
        add constraint submission_review_read_on_acceptance
          check (outcome = 'accepted' or (approved_course_id is null and category is null and figure is null));
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
