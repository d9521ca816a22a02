import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certifying bodies, employers and training providers, and who works there in which role. */
export class Organizations20261121000200 implements MigrationInterface {
  readonly name = 'Organizations20261121000200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table organization (
        id uuid primary key,
        kind text not null check (kind in ('certifying-body', 'employer', 'training-provider')),
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 60),
        name text not null check (char_length(name) between 1 and 200),
        address text not null,
        time_zone text not null,
        contact_email text not null,
        scope_statement text,
        created_at timestamptz(3) not null,
        unique (id, kind)
      );

      create table membership (
        id uuid primary key,
        organization_id uuid not null,
        organization_kind text not null,
        person_id uuid not null references person,
        role text not null,
        from_at timestamptz(3) not null,
        until_at timestamptz(3),
        added_by uuid references person,
        created_at timestamptz(3) not null,
        foreign key (organization_id, organization_kind) references organization (id, kind),
        check (until_at >= from_at),
        check (
          (organization_kind = 'certifying-body' and role in ('administrator', 'reviewer', 'decider', 'registrar'))
          or (organization_kind = 'employer' and role = 'roster-manager')
          or (organization_kind = 'training-provider' and role = 'instructor')
        )
      );
      -- Ended memberships stay as history; at most one of a kind is open.
      create unique index membership_open on membership (organization_id, person_id, role) where until_at is null;
      create index membership_person on membership (person_id);

      alter table mailbox_recovery add foreign key (body_id) references organization (id);

      grant select, insert, update on organization, membership to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
