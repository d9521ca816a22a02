import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an application asks for: a stage of the scheme, the way in, and the endorsements. */
export class ApplicationScope20261122000900 implements MigrationInterface {
  readonly name = 'ApplicationScope20261122000900';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Said once, at the beginning: there is no grant to update these columns. Null is the first stage.
    await queryRunner.query(`
      alter table application
        add column stage text,
        add column route text not null default 'standard' check (route in ('standard', 'reciprocity')),
        add column endorsements text[] not null default '{}';
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
