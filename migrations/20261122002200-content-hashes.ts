import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A column that ends in sha256 names a stored file; these hold the hash of what lies in the row itself, or was read and not kept. */
export class ContentHashes20261122002200 implements MigrationInterface {
  readonly name = 'ContentHashes20261122002200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table exam_import rename column sha256 to content_hash;
      alter table course_picture rename column sha256 to content_hash;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
