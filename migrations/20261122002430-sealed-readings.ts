import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of who read challenges and rulings, by body and time as the bank's log of items is: both are read as one list. */
export class SealedReadings20261122002430 implements MigrationInterface {
  readonly name = 'SealedReadings20261122002430';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create index exam_secret_reading_body on exam_secret_reading (body_id, read_at desc, id desc);
      create index exam_secret_reading_reader on exam_secret_reading (reader_id, body_id, read_at desc);
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
