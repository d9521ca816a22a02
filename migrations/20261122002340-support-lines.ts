import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The line behind “Support now”, as each body sets it for its people. */
export class SupportLines20261122002340 implements MigrationInterface {
  readonly name = 'SupportLines20261122002340';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- One row a change; the newest of a body holds. The number is written as it is dialled: no address, so that nothing can count who presses it.
      create table support_line (
        id uuid primary key,
        body_id uuid not null references organization,
        way text not null check (way in ('call', 'text', 'call_or_text')),
        phone text not null check (phone ~ '^[+]?[0-9]([0-9 -]{0,18}[0-9])?$'),
        set_by uuid not null references person,
        recorded_at timestamptz(3) not null
      );
      create index support_line_newest on support_line (body_id, recorded_at desc, id desc);
      create trigger support_line_is_append_only before update or delete or truncate on support_line
        for each statement execute function forbid_change();
      grant select, insert on support_line to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
