import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures of lessons, by the hash of their bytes. Class: content. */
export class CoursePictures20261122001600 implements MigrationInterface {
  readonly name = 'CoursePictures20261122001600';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table course_picture (
        sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
        type text not null check (type in ('image/svg+xml', 'image/png')),
        bytes bytea not null check (octet_length(bytes) between 1 and 1000000),
        created_at timestamptz(3) not null
      );
      create trigger course_picture_is_append_only before update or delete or truncate on course_picture
        for each statement execute function forbid_change();
      grant select, insert on course_picture to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
