import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an operator works with: the outcome of the hourly checks, and the brake on outgoing effects. */
export class Operations20261121001200 implements MigrationInterface {
  name = 'Operations20261121001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invariant_check (
        promise text primary key,
        breaches integer not null check (breaches >= 0),
        checked_at timestamptz(3) not null
      );

      -- While its one row is there, no outgoing effect is offered to the workers.
      create table outbox_pause (
        singleton boolean primary key default true check (singleton),
        reason text not null check (char_length(reason) between 1 and 500),
        paused_at timestamptz(3) not null
      );

      grant select on invariant_check, outbox_pause to goodstanding_web;
      grant select, insert, update, delete on invariant_check, outbox_pause to goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
