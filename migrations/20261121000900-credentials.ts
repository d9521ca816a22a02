import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register: credentials, their lines, their present state, their documents, and the view the public page reads. */
export class Credentials20261121000900 implements MigrationInterface {
  readonly name = 'Credentials20261121000900';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The moves of modules/credentials/domain/credential-event.ts.
      create table credential_move (
        kind text not null,
        from_status text not null,
        to_status text not null,
        primary key (kind, from_status, to_status)
      );
      insert into credential_move (kind, from_status, to_status) values
        ('issued', 'none', 'active'),
        ('renewed', 'active', 'active'),
        ('renewed', 'suspended', 'suspended'),
        ('suspended', 'active', 'suspended'),
        ('reinstated', 'suspended', 'active'),
        ('revoked', 'active', 'revoked'),
        ('revoked', 'suspended', 'revoked'),
        ('surrendered', 'active', 'surrendered'),
        ('surrendered', 'suspended', 'surrendered'),
        ('superseded', 'active', 'superseded'),
        ('corrected', 'active', 'active'),
        ('corrected', 'suspended', 'suspended'),
        ('corrected', 'revoked', 'revoked'),
        ('corrected', 'surrendered', 'surrendered'),
        ('corrected', 'superseded', 'superseded');

      create table credential (
        id uuid primary key,
        body_id uuid not null,
        person_id uuid not null references person,
        number text not null unique
          check (number ~ '^GS-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]$'),
        scheme_code text not null,
        scheme_version_id text not null references scheme_version,
        title text not null,
        scope text,
        -- One grant, one credential, however often it is asked for.
        application_id uuid not null unique,
        decision_id uuid not null unique references application_event,
        anchor_on date not null,
        -- 128 random bits in the QR code: whoever holds the certificate may see the name on it.
        verification_token text not null unique check (verification_token ~ '^[A-Za-z0-9_-]{22}$'),
        created_at timestamptz(3) not null,
        unique (body_id, id),
        foreign key (body_id, application_id) references application (body_id, id)
      );
      create index credential_person on credential (person_id, created_at);
      create trigger credential_is_final before update or delete or truncate on credential
        for each statement execute function forbid_change();

      create table credential_event (
        id uuid primary key,
        credential_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        kind text not null,
        from_status text not null,
        to_status text not null,
        effective_on date not null,
        public_from date not null,
        recorded_at timestamptz(3) not null,
        term_number integer check (term_number > 0),
        starts_on date,
        expires_on date,
        stage text,
        amends uuid,
        reason_code text not null,
        explanation text check (char_length(explanation) between 1 and 10000),
        decided_by uuid not null references person,
        unique (credential_id, recorded_at),
        unique (credential_id, id),
        unique (credential_id, term_number),
        foreign key (body_id, credential_id) references credential (body_id, id),
        foreign key (kind, from_status, to_status) references credential_move,
        foreign key (credential_id, amends) references credential_event (credential_id, id),
        check (num_nulls(term_number, starts_on, expires_on) in (0, 3)),
        check (kind not in ('issued', 'renewed') or term_number is not null),
        check (kind in ('issued', 'renewed', 'corrected') or term_number is null),
        check (starts_on <= expires_on),
        check ((kind = 'corrected') = (amends is not null)),
        check (decided_by <> person_id)
      );
      create trigger credential_event_is_append_only before update or delete or truncate on credential_event
        for each statement execute function forbid_change();

      create table credential_state (
        credential_id uuid primary key,
        body_id uuid not null,
        person_id uuid not null references person,
        scheme_code text not null,
        status text not null check (status in ('active', 'suspended', 'revoked', 'surrendered', 'superseded')),
        status_from date not null,
        stage text,
        term_number integer not null,
        starts_on date not null,
        expires_on date not null,
        -- The name on the newest certificate, and what the public page accepts as its surname.
        holder_name text not null,
        holder_name_language text,
        surname_keys text[] not null,
        last_event_id uuid not null,
        last_recorded_at timestamptz(3) not null,
        foreign key (body_id, credential_id) references credential (body_id, id),
        foreign key (credential_id, last_event_id) references credential_event (credential_id, id)
      );
      -- A person holds a scheme's credential once; a new grant after expiry supersedes the old one in the same transaction.
      create unique index credential_state_one_active on credential_state (body_id, person_id, scheme_code)
        where status in ('active', 'suspended');
      create index credential_state_person on credential_state (person_id);
      create index credential_state_expiry on credential_state (expires_on, credential_id)
        where status in ('active', 'suspended');
      create index credential_state_body on credential_state (body_id, credential_id);

      -- Lines come one after the other: from the state that the last one left, and later than it.
      create function credential_event_follows() returns trigger language plpgsql as $$
      declare state credential_state%rowtype;
      begin
        select * into state from credential_state where credential_id = new.credential_id for update;
        if coalesce(state.status, 'none') <> new.from_status then
          raise exception 'credential % is %, not %', new.credential_id, coalesce(state.status, 'none'), new.from_status
            using errcode = 'check_violation', constraint = 'credential_event_starts_at_status';
        end if;
        if new.recorded_at <= state.last_recorded_at then
          raise exception 'credential % already has a later line', new.credential_id
            using errcode = 'check_violation', constraint = 'credential_event_rises';
        end if;
        return new;
      end $$;
      create trigger credential_event_follows before insert on credential_event
        for each row execute function credential_event_follows();

      -- The state is what the newest line made of it, and no line commits without it.
      create function credential_state_is_of_event() returns trigger language plpgsql as $$
      begin
        if not exists (
          select from credential_event e where e.id = new.last_event_id and e.credential_id = new.credential_id
            and e.to_status = new.status and e.recorded_at = new.last_recorded_at
            and not exists (select from credential_event later
              where later.credential_id = e.credential_id and later.recorded_at > e.recorded_at)
        ) then
          raise exception 'the state of credential % is not that of its newest line', new.credential_id
            using errcode = 'check_violation', constraint = 'credential_state_is_of_event';
        end if;
        return new;
      end $$;
      create trigger credential_state_is_of_event before insert or update on credential_state
        for each row execute function credential_state_is_of_event();

      create function credential_event_reached_state() returns trigger language plpgsql as $$
      begin
        if not exists (select from credential_state s
          where s.credential_id = new.credential_id and s.last_recorded_at >= new.recorded_at) then
          raise exception 'line % of credential % did not reach its state', new.id, new.credential_id
            using errcode = 'check_violation', constraint = 'credential_event_reached_state';
        end if;
        return null;
      end $$;
      create constraint trigger credential_event_reached_state after insert on credential_event
        deferrable initially deferred for each row execute function credential_event_reached_state();

      -- Templates as they were when a document was made from them; content/certificates may change, this does not.
      create table certificate_template (
        id text primary key check (id ~ '^[0-9a-f]{64}$'),
        name text not null,
        source text not null,
        created_at timestamptz(3) not null,
        check (id = encode(sha256(convert_to(source, 'UTF8')), 'hex'))
      );
      create trigger certificate_template_is_final before update or delete or truncate on certificate_template
        for each statement execute function forbid_change();

      -- The intent to make a document, with everything that will be on it, committed before anything is produced.
      create table credential_issuance (
        id uuid primary key,
        credential_id uuid not null,
        event_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        number text not null references credential (number),
        -- 1, or one more when a held document was made anew with the name as it can be printed.
        edition integer not null default 1 check (edition > 0),
        scheme_version_id text not null references scheme_version,
        template_id text not null references certificate_template,
        payload text not null,
        payload_hash text not null check (payload_hash = encode(sha256(convert_to(payload, 'UTF8')), 'hex')),
        state text not null default 'pending' check (state in ('pending', 'held', 'stored', 'replaced')),
        held_reason text,
        held_characters text[],
        held_at timestamptz(3),
        document_sha256 text check (document_sha256 ~ '^[0-9a-f]{64}$'),
        document_size integer check (document_size > 0),
        stored_at timestamptz(3),
        created_at timestamptz(3) not null,
        unique (event_id, edition),
        foreign key (body_id, credential_id) references credential (body_id, id),
        foreign key (credential_id, event_id) references credential_event (credential_id, id),
        check (state <> 'held' or held_reason is not null),
        check ((held_reason is null) = (held_at is null)),
        check (num_nulls(document_sha256, document_size, stored_at) = case when state = 'stored' then 0 else 3 end)
      );
      create index credential_issuance_open on credential_issuance (body_id, state, created_at, id)
        where state in ('pending', 'held');
      create unique index credential_issuance_one_in_use on credential_issuance (event_id) where state <> 'replaced';
      create function credential_issuance_is_final() returns trigger language plpgsql as $$
      begin
        if old.state in ('stored', 'replaced') then
          raise exception 'document % is final and never changes', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger credential_issuance_is_final before update on credential_issuance
        for each row execute function credential_issuance_is_final();
      create trigger credential_issuance_stays before delete or truncate on credential_issuance
        for each statement execute function forbid_change();

      -- What the public page may know of one number, in one read. Lines that are not public yet are told apart by
      -- public_from against the body's own day, which the page knows (a demonstration has its own clock).
      create view public_credential as
        select
          c.number,
          c.title,
          c.scope,
          c.scheme_code,
          o.name as body_name,
          o.slug as body_slug,
          o.time_zone as body_time_zone,
          s.holder_name,
          s.holder_name_language,
          s.surname_keys,
          encode(sha256(convert_to(c.verification_token, 'UTF8')), 'hex') as token_sha256,
          (
            select json_agg(json_build_object(
              'id', e.id, 'kind', e.kind, 'effectiveOn', e.effective_on, 'publicFrom', e.public_from,
              'termNumber', e.term_number, 'startsOn', e.starts_on, 'expiresOn', e.expires_on,
              'stage', e.stage, 'amends', e.amends
            ) order by e.recorded_at)
            from credential_event e where e.credential_id = c.id
          ) as events
        from credential c
        join credential_state s on s.credential_id = c.id
        join organization o on o.id = c.body_id;

      grant select on credential_move to goodstanding_web, goodstanding_jobs;
      grant select, insert on credential, credential_event, credential_issuance, certificate_template
        to goodstanding_web, goodstanding_jobs;
      grant select, insert, update on credential_state to goodstanding_web, goodstanding_jobs;
      grant update (state, held_reason, held_characters, held_at, document_sha256, document_size, stored_at)
        on credential_issuance to goodstanding_web, goodstanding_jobs;
      grant select on public_credential to goodstanding_verifier;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
