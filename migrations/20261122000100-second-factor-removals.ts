import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lost second factors, removed at a body's desk. Class: legal file. How identity was checked is a code from a list, never a story. */
export class SecondFactorRemovals20261122000100 implements MigrationInterface {
  readonly name = 'SecondFactorRemovals20261122000100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table second_factor_removal (
        id uuid primary key,
        body_id uuid not null references organization,
        person_id uuid not null references person,
        second_factor_id uuid not null references second_factor,
        handled_by uuid not null references person,
        identity_check text not null,
        needs_confirmation boolean not null,
        -- The row of the administrator who asked, and who that was: the database sees to it that two people did this.
        confirms uuid unique,
        asked_by uuid,
        created_at timestamptz(3) not null,
        unique (body_id, person_id, second_factor_id, id, handled_by),
        foreign key (body_id, person_id, second_factor_id, confirms, asked_by)
          references second_factor_removal (body_id, person_id, second_factor_id, id, handled_by),
        check (handled_by <> person_id),
        check (handled_by <> asked_by),
        check (num_nulls(confirms, asked_by) in (0, 2)),
        check (confirms is null or not needs_confirmation)
      );
      create index second_factor_removal_body on second_factor_removal (body_id, created_at);
      create index second_factor_removal_person on second_factor_removal (person_id, created_at);
      create trigger second_factor_removal_is_append_only before update or delete or truncate on second_factor_removal
        for each statement execute function forbid_change();

      grant select, insert on second_factor_removal to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
