import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why an exam differs from what the rules of its scheme say of it. */
export class ExamsAndTheirRules20261122002482 implements MigrationInterface {
  readonly name = 'ExamsAndTheirRules20261122002482';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- In the words of who set it up, for who approves its forms; null where nothing differs, and of exams before this.
      alter table exam add column rules_note text check (length(btrim(rules_note)) between 1 and 1000);
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
