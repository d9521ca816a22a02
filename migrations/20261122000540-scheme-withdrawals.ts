import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which day a body takes no new applications under a scheme. */
export class SchemeWithdrawals20261122000540 implements MigrationInterface {
  readonly name = 'SchemeWithdrawals20261122000540';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Append-only; once withdrawn, a scheme is offered again under another code.
      create table scheme_withdrawal (
        id uuid primary key,
        body_id uuid not null references organization,
        scheme_code text not null,
        withdrawn_from date not null,
        reason text not null check (char_length(reason) between 1 and 1000),
        withdrawn_by uuid not null references person,
        created_at timestamptz(3) not null,
        unique (body_id, scheme_code)
      );
      create trigger scheme_withdrawal_is_append_only before update or delete or truncate on scheme_withdrawal
        for each statement execute function forbid_change();
      grant select, insert on scheme_withdrawal to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
