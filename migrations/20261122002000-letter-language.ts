import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language that a person reads letters in; until they choose, what their browser asked for when they registered. */
export class LetterLanguage20261122002000 implements MigrationInterface {
  readonly name = 'LetterLanguage20261122002000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table person add column letter_language text not null default 'en'
        check (letter_language ~ '^[a-z]{2,3}$');
      alter table registration add column letter_language text not null default 'en'
        check (letter_language ~ '^[a-z]{2,3}$');
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
