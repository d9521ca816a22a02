import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Employers' rosters, the consents people gave them, and who looked when. */
export class Employers20261121001100 implements MigrationInterface {
  readonly name = 'Employers20261121001100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table roster_entry (
        id uuid primary key,
        organization_id uuid not null references organization,
        -- As the employer knows the person.
        name text not null check (char_length(name) between 1 and 200),
        -- As on the certificate; null where the employer has none yet.
        number text check (number ~ '^GS-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]$'),
        -- What the number was found to be on the register; null while it is not on it.
        credential_id uuid references credential,
        person_id uuid references person,
        from_on date not null,
        until_on date,
        added_by uuid not null references person,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        unique (organization_id, id),
        check (until_on >= from_on),
        check ((credential_id is null) = (person_id is null)),
        check (credential_id is null or number is not null)
      );
      -- Uploading the same list again changes nothing: an employment is known by number (or name) and its first day.
      create unique index roster_entry_number on roster_entry (organization_id, number, from_on) where number is not null;
      create unique index roster_entry_name on roster_entry (organization_id, lower(name), from_on) where number is null;
      create index roster_entry_order on roster_entry (organization_id, lower(name), id);
      create index roster_entry_person on roster_entry (person_id) where person_id is not null;

      -- A list that was uploaded and checked; nothing of it is applied before somebody confirms it.
      create table roster_import (
        id uuid primary key,
        organization_id uuid not null references organization,
        uploaded_by uuid not null references person,
        file_name text not null,
        encoding text not null,
        rows jsonb not null,
        problems jsonb not null,
        created_at timestamptz(3) not null,
        applied_at timestamptz(3)
      );
      create index roster_import_created_at on roster_import (created_at);

      create table sharing_consent (
        id uuid primary key,
        person_id uuid not null references person,
        organization_id uuid not null references organization,
        scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['competencies', 'hours']),
        from_on date not null,
        until_on date,
        given_at timestamptz(3) not null,
        withdrawn_at timestamptz(3),
        check (until_on >= from_on)
      );
      -- One consent a pair stands at a time; a change is a withdrawal and a new one, so that history stays.
      create unique index sharing_consent_one on sharing_consent (person_id, organization_id) where withdrawn_at is null;
      create index sharing_consent_organization on sharing_consent (organization_id, person_id) where withdrawn_at is null;

      create table sharing_access (
        id uuid primary key,
        person_id uuid not null references person,
        organization_id uuid not null references organization,
        consent_id uuid not null references sharing_consent,
        read_by uuid not null references person,
        scopes text[] not null,
        channel text not null check (channel in ('page', 'api', 'csv')),
        read_at timestamptz(3) not null
      );
      create index sharing_access_person on sharing_access (person_id, id);
      create trigger sharing_access_is_append_only before update or delete or truncate on sharing_access
        for each statement execute function forbid_change();

      grant select, insert on roster_entry, roster_import, sharing_consent, sharing_access
        to goodstanding_web, goodstanding_jobs;
      grant update (name, credential_id, person_id, until_on, updated_at) on roster_entry
        to goodstanding_web, goodstanding_jobs;
      grant update (applied_at) on roster_import to goodstanding_web, goodstanding_jobs;
      grant delete on roster_import to goodstanding_jobs;
      grant update (withdrawn_at) on sharing_consent to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
