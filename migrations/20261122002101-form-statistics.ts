import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a form of an exam was worth as a measure, each time it was worked out. Numbers about items and forms, of no person. */
export class FormStatistics20261122002101 implements MigrationInterface {
  readonly name = 'FormStatistics20261122002101';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(STATISTICS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const STATISTICS = `
  create table exam_form_statistic (
    id uuid primary key,
    body_id uuid not null,
    form_id uuid not null,
    attempts integer not null check (attempts >= 1),
    -- FormStatistics of modules/exams/domain/statistics: the newest holds; shown from 30 attempts on.
    summary jsonb not null,
    recorded_at timestamptz(3) not null,
    foreign key (body_id, form_id) references exam_form (body_id, id)
  );
  create index exam_form_statistic_newest on exam_form_statistic (form_id, recorded_at desc, id desc);
  create trigger exam_form_statistic_is_append_only before update or delete or truncate on exam_form_statistic
    for each statement execute function forbid_change();
  grant select on exam_form_statistic to goodstanding_web;
  grant select, insert on exam_form_statistic to goodstanding_jobs;
`;
