import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sealed case files: narratives that a body must hold, encrypted, for named readers, with every reading on record. */
export class CaseFiles20261122000400 implements MigrationInterface {
  readonly name = 'CaseFiles20261122000400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table case_file (
        id uuid primary key,
        body_id uuid not null references organization,
        -- Whom it concerns.
        person_id uuid not null references person,
        kind text not null check (kind in ('complaint', 'reference', 'background', 'accommodation')),
        -- The row of another module that it belongs to.
        subject_module text not null check (char_length(subject_module) between 1 and 50),
        subject_id uuid not null,
        -- The file's own key, wrapped by a key of the installation that key_id names; gone once the file is disposed of.
        key_id text check (key_id ~ '^[0-9a-f]{16}$'),
        wrapped_key bytea check (octet_length(wrapped_key) = 60),
        kept_from date not null,
        keep_months integer not null check (keep_months between 1 and 240),
        keep_until date not null,
        shredded_at timestamptz(3),
        shredded_rule text,
        created_at timestamptz(3) not null,
        unique (body_id, id),
        check (keep_until > kept_from),
        check (num_nulls(key_id, wrapped_key) = case when shredded_at is null then 0 else 2 end),
        check ((shredded_at is null) = (shredded_rule is null)),
        -- Not before its day is over, even where the day ends first on earth.
        constraint case_file_kept_until_its_day check ((shredded_at at time zone 'Pacific/Kiritimati')::date > keep_until)
      );
      create unique index case_file_subject on case_file (body_id, kind, subject_module, subject_id) where shredded_at is null;
      create index case_file_person on case_file (person_id, created_at);
      create index case_file_disposal on case_file (keep_until) where shredded_at is null;
      create index case_file_key on case_file (key_id) where shredded_at is null;

      create function case_file_is_disposed() returns trigger language plpgsql as $$
      begin
        raise exception 'a case file that is disposed of never changes' using errcode = 'restrict_violation';
      end $$;
      create trigger case_file_is_disposed before update on case_file
        for each row when (old.shredded_at is not null) execute function case_file_is_disposed();

      -- Everything about a document is inside what is sealed: its title, who wrote it, its words, its file.
      create table case_file_document (
        id uuid primary key,
        body_id uuid not null,
        file_id uuid not null,
        sealed bytea,
        added_at timestamptz(3) not null,
        foreign key (body_id, file_id) references case_file (body_id, id)
      );
      create index case_file_document_file on case_file_document (file_id, added_at);
      create function case_file_document_is_kept() returns trigger language plpgsql as $$
      declare disposed timestamptz;
      begin
        select shredded_at into disposed from case_file where id = new.file_id;
        if tg_op = 'INSERT' and (disposed is not null or new.sealed is null) then
          raise exception 'nothing is added to a case file that is disposed of' using errcode = 'restrict_violation';
        end if;
        if tg_op = 'UPDATE' and (disposed is null or new.sealed is not null) then
          raise exception 'a document of a case file is kept as it is until the file is disposed of'
            using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger case_file_document_is_kept before insert or update on case_file_document
        for each row execute function case_file_document_is_kept();

      create table case_file_reader (
        id uuid primary key,
        body_id uuid not null,
        file_id uuid not null,
        reader_id uuid not null references person,
        reason text not null check (char_length(reason) between 1 and 50),
        granted_by uuid not null references person,
        granted_at timestamptz(3) not null,
        ended_at timestamptz(3),
        ended_by uuid references person,
        foreign key (body_id, file_id) references case_file (body_id, id),
        check (reader_id <> granted_by),
        check ((ended_at is null) = (ended_by is null))
      );
      create unique index case_file_reader_live on case_file_reader (file_id, reader_id) where ended_at is null;
      create index case_file_reader_person on case_file_reader (reader_id) where ended_at is null;

      -- Never the person it concerns, and never somebody who decides for the body.
      create function case_file_reader_is_apart() returns trigger language plpgsql as $$
      begin
        if exists (select from case_file f where f.id = new.file_id and f.person_id = new.reader_id) then
          raise exception 'the person concerned is no reader of a case file'
            using errcode = 'check_violation', constraint = 'case_file_reader_not_concerned';
        end if;
        if exists (select from membership m where m.organization_id = new.body_id and m.person_id = new.reader_id
                   and m.role = 'decider' and (m.until_at is null or m.until_at > new.granted_at)) then
          raise exception 'a decider is no reader of a case file'
            using errcode = 'check_violation', constraint = 'case_file_reader_no_decider';
        end if;
        return new;
      end $$;
      create trigger case_file_reader_is_apart before insert on case_file_reader
        for each row execute function case_file_reader_is_apart();

      create table case_file_reading (
        id uuid primary key,
        body_id uuid not null,
        -- Whom the file concerns.
        person_id uuid not null references person,
        file_id uuid not null,
        -- Null: the words of all its documents. Otherwise the attached file of one.
        document_id uuid references case_file_document,
        reader_id uuid not null references person,
        read_at timestamptz(3) not null,
        foreign key (body_id, file_id) references case_file (body_id, id)
      );
      create index case_file_reading_file on case_file_reading (file_id, read_at);
      create index case_file_reading_reader on case_file_reading (reader_id, file_id);
      create trigger case_file_reading_is_append_only before update or delete or truncate on case_file_reading
        for each statement execute function forbid_change();

      -- How long a body keeps files of a kind, where it chose otherwise than modules/case-files/domain/case-file-kinds.ts.
      create table case_file_rule (
        body_id uuid not null references organization,
        kind text not null check (kind in ('complaint', 'reference', 'background', 'accommodation')),
        keep_months integer not null check (keep_months between 1 and 240),
        set_by uuid not null references person,
        set_at timestamptz(3) not null,
        primary key (body_id, kind)
      );

      grant select, insert on case_file, case_file_document, case_file_reader, case_file_reading, case_file_rule
        to goodstanding_web, goodstanding_jobs;
      grant update (key_id, wrapped_key, kept_from, keep_months, keep_until, shredded_at, shredded_rule) on case_file
        to goodstanding_web, goodstanding_jobs;
      grant update (sealed) on case_file_document to goodstanding_jobs;
      grant update (ended_at, ended_by) on case_file_reader to goodstanding_web, goodstanding_jobs;
      grant update (keep_months, set_by, set_at) on case_file_rule to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
