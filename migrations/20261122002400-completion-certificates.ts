import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who offers a version of a course, and certificates of completion: a number a finished course, its documents. Class: learning. */
export class CompletionCertificates20261122002400 implements MigrationInterface {
  readonly name = 'CompletionCertificates20261122002400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The organization that published the version; nobody's for one that came from files. Written once, with the version.
      alter table course_version add column organization_id uuid references organization;
      alter table course_version disable trigger course_version_is_append_only;
      update course_version v set organization_id = d.organization_id
      from course_draft d where d.published_version_id = v.id and v.origin = 'author';
      alter table course_version enable trigger course_version_is_append_only;

      -- The number of what somebody finished. It stays the same, however often the document is made anew.
      create table completion_certificate (
        id uuid primary key,
        enrolment_id uuid not null unique references enrolment,
        person_id uuid not null references person,
        number text not null unique
          check (number ~ '^GC-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]$'),
        -- 128 random bits in the QR code: whoever holds the certificate may see the name on it.
        verification_token text not null unique check (verification_token ~ '^[A-Za-z0-9_-]{22}$'),
        created_at timestamptz(3) not null,
        unique (person_id, id)
      );
      create trigger completion_certificate_goes_with_the_person before update or delete on completion_certificate
        for each row execute function goes_with_the_person();
      create trigger completion_certificate_is_not_truncated before truncate on completion_certificate
        execute function forbid_change();

      -- Only what is finished has a number.
      create function completion_certificate_is_of_finished() returns trigger
        language plpgsql security definer set search_path = public as $$
      begin
        if not exists (select from enrolment e
          where e.id = new.enrolment_id and e.person_id = new.person_id and e.completed_at is not null) then
          raise exception 'enrolment % is not finished by person %', new.enrolment_id, new.person_id
            using errcode = 'check_violation', constraint = 'completion_certificate_is_of_finished';
        end if;
        return new;
      end $$;
      create trigger completion_certificate_is_of_finished before insert on completion_certificate
        for each row execute function completion_certificate_is_of_finished();

      -- Templates as they were when a document was made from them.
      create table completion_template (
        id text primary key check (id ~ '^[0-9a-f]{64}$'),
        name text not null,
        source text not null,
        created_at timestamptz(3) not null,
        check (id = encode(sha256(convert_to(source, 'UTF8')), 'hex'))
      );
      create trigger completion_template_is_final before update or delete or truncate on completion_template
        for each statement execute function forbid_change();

      -- The intent to make a document, with everything that will be on it, and what became of it.
      create table completion_document (
        id uuid primary key,
        certificate_id uuid not null,
        person_id uuid not null references person,
        -- Who settles how a name is printed that the fonts lack; nobody's where it is the operator.
        organization_id uuid references organization,
        edition integer not null check (edition > 0),
        template_id text not null references completion_template,
        payload text not null,
        payload_hash text not null check (payload_hash = encode(sha256(convert_to(payload, 'UTF8')), 'hex')),
        -- Of what the record said, before anybody settled how the name is printed: another one makes a new edition.
        record_hash text not null check (record_hash ~ '^[0-9a-f]{64}$'),
        state text not null default 'pending' check (state in ('pending', 'held', 'stored', 'replaced')),
        held_reason text,
        held_characters text[],
        held_at timestamptz(3),
        -- The file itself: a learner's, it goes with them.
        document bytea,
        document_hash text check (document_hash = encode(sha256(document), 'hex')),
        stored_at timestamptz(3),
        created_at timestamptz(3) not null,
        unique (certificate_id, edition),
        foreign key (person_id, certificate_id) references completion_certificate (person_id, id),
        check (state <> 'held' or held_reason is not null),
        check ((held_reason is null) = (held_at is null)),
        check (num_nulls(document, document_hash, stored_at) = case when state = 'stored' then 0 else 3 end)
      );
      -- However many ask at the same moment, one is made.
      create unique index completion_document_one_open on completion_document (certificate_id)
        where state in ('pending', 'held');
      create index completion_document_held on completion_document (organization_id, created_at, id) where state = 'held';
      create function completion_document_is_final() returns trigger language plpgsql as $$
      begin
        if old.state in ('stored', 'replaced') then
          raise exception 'document % is final and never changes', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger completion_document_is_final before update on completion_document
        for each row execute function completion_document_is_final();
      create trigger completion_document_goes_with_the_person before delete on completion_document
        for each row execute function goes_with_the_person();
      create trigger completion_document_is_not_truncated before truncate on completion_document
        execute function forbid_change();

      grant select, insert on completion_certificate, completion_template, completion_document
        to goodstanding_web, goodstanding_jobs;
      grant update (state, held_reason, held_characters, held_at, document, document_hash, stored_at)
        on completion_document to goodstanding_web, goodstanding_jobs;
      -- For erasure.
      grant delete on completion_certificate, completion_document to goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
