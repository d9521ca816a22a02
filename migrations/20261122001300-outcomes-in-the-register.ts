import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long the register may take to show what a complaint led to: the last day, and that somebody was warned of it. */
export class OutcomesInTheRegister20261122001300 implements MigrationInterface {
  readonly name = 'OutcomesInTheRegister20261122001300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Set when its day has come and no appeal holds it back: from then on the register owes its line.
      alter table sanction add column register_by date,
        add constraint sanction_register_by_after_effect check (register_by >= effective_on);
      create index sanction_to_register on sanction (body_id, register_by) where state = 'pending' and register_by is not null;
      grant update (register_by) on sanction to goodstanding_web, goodstanding_jobs;

      alter table conduct_warning drop constraint conduct_warning_clock_check, add constraint conduct_warning_clock_check
        check (clock in ('acknowledge', 'decide', 'confirm', 'appeal', 'register'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
