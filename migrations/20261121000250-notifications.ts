import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger of letters: what was due to whom, and what became of it. */
export class Notifications20261121000250 implements MigrationInterface {
  name = 'Notifications20261121000250';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table letter (
        id uuid primary key,
        kind text not null,
        identity text not null unique,
        body_id uuid references organization,
        person_id uuid references person,
        to_name text not null,
        to_address text not null,
        language text not null,
        words jsonb not null,
        secrets jsonb,
        status text not null check (status in ('due', 'sent', 'excused', 'failed')),
        subject text,
        body_text text,
        template_hash text,
        excuse text,
        created_at timestamptz(3) not null,
        settled_at timestamptz(3),
        check ((status = 'due') = (settled_at is null)),
        check (status <> 'sent' or (subject is not null and body_text is not null)),
        check (status = 'due' or secrets is null),
        check ((status = 'excused') = (excuse is not null))
      );
      create index letter_person on letter (person_id, created_at desc) where person_id is not null;
      create index letter_open on letter (created_at) where status = 'due';

      grant select, insert on letter to goodstanding_web;
      grant select, insert, update on letter to goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward only.');
  }
}
