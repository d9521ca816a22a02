import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The certification that a person works toward, as they chose it. Class: account. */
export class Aims20261122002470 implements MigrationInterface {
  readonly name = 'Aims20261122002470';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table aim (
        person_id uuid primary key references person,
        body_id uuid not null references organization,
        scheme_code text not null check (scheme_code <> ''),
        chosen_at timestamptz(3) not null
      );
      grant select, insert, delete on aim to goodstanding_web, goodstanding_jobs;
      grant update (body_id, scheme_code, chosen_at) on aim to goodstanding_web;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
