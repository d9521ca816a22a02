import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scheme versions as certifying bodies run them, and which of them the bodies have confirmed. */
export class Schemes20261121000310 implements MigrationInterface {
  readonly name = 'Schemes20261121000310';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- id is the sha256 of the canonical text of body and definition: equal rules have one row, other rules another.
      create table scheme_version (
        id text primary key check (id ~ '^[0-9a-f]{64}$'),
        body_id uuid not null references organization,
        code text not null,
        version text not null,
        title text not null,
        definition jsonb not null,
        effective_from date not null,
        created_at timestamptz(3) not null,
        unique (body_id, id),
        -- A version covers every date from effective_from until the next one begins: one date, one version.
        unique (body_id, code, effective_from)
      );
      create trigger scheme_version_is_append_only before update or delete or truncate on scheme_version
        for each statement execute function forbid_change();

      create table scheme_confirmation (
        body_id uuid not null,
        scheme_version_id text primary key,
        created_at timestamptz(3) not null,
        foreign key (body_id, scheme_version_id) references scheme_version (body_id, id)
      );
      create trigger scheme_confirmation_is_append_only before update or delete or truncate on scheme_confirmation
        for each statement execute function forbid_change();

      grant select, insert on scheme_version, scheme_confirmation to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward only.');
  }
}
