import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger of facts, the texts people sign, and what people hand in for review. */
export class Evidence20261121000300 implements MigrationInterface {
  readonly name = 'Evidence20261121000300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table fact (
        id uuid primary key,
        person_id uuid not null references person,
        body_id uuid references organization,
        kind text not null check (kind in ('training', 'practice', 'supervision', 'exam', 'document', 'signature',
          'attestation', 'declaration', 'background_check', 'continuing_education', 'credential_event', 'waiver',
          'retraction')),
        code text check (char_length(code) between 1 and 200),
        topics jsonb not null default '[]' check (jsonb_typeof(topics) = 'array'),
        minutes integer check (minutes >= 0),
        value jsonb not null default '{}' check (jsonb_typeof(value) = 'object'),
        occurred_on date not null,
        recorded_at timestamptz(3) not null,
        voucher_method text check (voucher_method in ('self', 'course', 'reviewer', 'supervisor-signature', 'exam-centre',
          'registrar', 'system')),
        voucher_person_id uuid references person,
        voucher_name text check (char_length(voucher_name) between 1 and 1000),
        voucher_organization_id uuid references organization,
        corrects uuid unique,
        source_module text not null,
        source_id text not null,
        unique (person_id, id),
        foreign key (person_id, corrects) references fact (person_id, id),
        check (corrects <> id),
        check (kind <> 'retraction' or corrects is not null),
        check (voucher_method is not null
          or num_nonnulls(voucher_person_id, voucher_name, voucher_organization_id) = 0)
      );
      -- One row of another module gives one fact of each kind and code, however often it is announced.
      create unique index fact_source on fact (source_module, source_id, kind, code) nulls not distinct
        where corrects is null;
      create index fact_person on fact (person_id, occurred_on, id);
      create index fact_body on fact (body_id, recorded_at) where body_id is not null;
      create trigger fact_is_append_only before update or delete or truncate on fact
        for each statement execute function forbid_change();

      -- Every text somebody ever signed or attested, word for word.
      create table statement_text (
        version text primary key check (version ~ '^[0-9a-f]{64}$'),
        code text not null,
        language text not null,
        text text not null check (char_length(text) > 0),
        created_at timestamptz(3) not null
      );
      create trigger statement_text_is_append_only before update or delete or truncate on statement_text
        for each statement execute function forbid_change();

      -- Outside training, documents and continuing education, handed in by a person and looked at by a reviewer.
      create table submission (
        id uuid primary key,
        body_id uuid not null references organization,
        person_id uuid not null references person,
        kind text not null check (kind in ('outside_training', 'document', 'continuing_education')),
        state text not null default 'submitted' check (state in ('submitted', 'returned', 'accepted')),
        document_type text,
        provider text check (char_length(provider) between 1 and 300),
        title text check (char_length(title) between 1 and 300),
        started_on date,
        finished_on date,
        topics jsonb not null default '[]' check (jsonb_typeof(topics) = 'array'),
        file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
        file_name text,
        file_type text,
        file_size integer check (file_size > 0),
        revision integer not null default 1 check (revision > 0),
        fact_id uuid unique references fact,
        submitted_at timestamptz(3) not null,
        created_at timestamptz(3) not null,
        unique (body_id, id),
        check (num_nulls(file_sha256, file_name, file_type, file_size) in (0, 4)),
        check ((state = 'accepted') = (fact_id is not null)),
        check (started_on <= finished_on),
        check (kind = 'document' or (provider is not null and title is not null and started_on is not null
          and finished_on is not null and jsonb_array_length(topics) > 0)),
        check (kind <> 'document' or (document_type is not null and file_sha256 is not null))
      );
      create index submission_person on submission (person_id, submitted_at);
      create index submission_queue on submission (body_id, submitted_at, id) where state = 'submitted';
      create function submission_stays_accepted() returns trigger language plpgsql as $$
      begin
        if old.state = 'accepted' then
          raise exception 'an accepted submission is never changed' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger submission_stays_accepted before update on submission
        for each row execute function submission_stays_accepted();

      create table submission_review (
        id uuid primary key,
        body_id uuid not null,
        submission_id uuid not null,
        revision integer not null,
        outcome text not null check (outcome in ('accepted', 'returned')),
        note text check (char_length(note) between 1 and 2000),
        reviewed_by uuid not null references person,
        created_at timestamptz(3) not null,
        unique (submission_id, revision),
        foreign key (body_id, submission_id) references submission (body_id, id),
        check (outcome <> 'returned' or note is not null)
      );
      create trigger submission_review_is_append_only before update or delete or truncate on submission_review
        for each statement execute function forbid_change();

      grant select, insert on fact, statement_text, submission_review to goodstanding_web, goodstanding_jobs;
      grant select, insert, update on submission to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward only.');
  }
}
