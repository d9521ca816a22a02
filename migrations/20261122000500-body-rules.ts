import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a body sets for itself, each change with its reason, and its holidays. */
export class BodyRules20261122000500 implements MigrationInterface {
  readonly name = 'BodyRules20261122000500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- One row a change; the newest of a code holds. The ranges are those of modules/organizations/domain/body-settings.ts.
      create table body_setting (
        id uuid primary key,
        body_id uuid not null references organization,
        code text not null,
        value integer not null,
        reason text not null check (char_length(reason) between 1 and 1000),
        set_by uuid not null references person,
        recorded_at timestamptz(3) not null,
        check ((code = 'kept_apart_months' and value between 1 and 120)
          or (code = 'claim_kept_hours' and value between 1 and 2000)
          or (code = 'warn_days' and value between 1 and 60)
          or (code = 'fee_before_review' and value between 0 and 1))
      );
      create index body_setting_newest on body_setting (body_id, code, recorded_at desc, id desc);
      create trigger body_setting_is_append_only before update or delete or truncate on body_setting
        for each statement execute function forbid_change();

      create function body_setting_of(body uuid, wanted text, otherwise integer) returns integer
        language sql stable as $$
        select coalesce((select value from body_setting where body_id = body and code = wanted
          order by recorded_at desc, id desc limit 1), otherwise)
      $$;

      -- Days on which a body does not work. A holiday that was entered by mistake is taken out again; the audit keeps both.
      create table holiday (
        id uuid primary key,
        body_id uuid not null references organization,
        on_date date not null,
        name text not null check (char_length(name) between 1 and 100),
        added_by uuid references person,
        created_at timestamptz(3) not null,
        unique (body_id, on_date)
      );

      grant select, insert on body_setting to goodstanding_web, goodstanding_jobs;
      grant select, insert, delete on holiday to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
