import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Persons, their names and contacts, and the accounts they sign in with.
 * Secrets (session and link tokens, recovery codes) are kept only as SHA-256: they carry 80 to 256 random bits.
 */
export class People20261121000100 implements MigrationInterface {
  readonly name = 'People20261121000100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table person (
        id uuid primary key,
        number text not null unique check (number ~ '^P-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$'),
        legal_name text not null check (char_length(legal_name) between 1 and 1000),
        chosen_name text check (char_length(chosen_name) between 1 and 1000),
        name_language text check (char_length(name_language) between 2 and 35),
        created_at timestamptz(3) not null
      );

      -- Every name a person ever went by here, the present one too: certificates of the past stay explainable.
      create table person_name (
        id uuid primary key,
        person_id uuid not null references person,
        legal_name text not null,
        chosen_name text,
        name_language text,
        recorded_by uuid references person,
        created_at timestamptz(3) not null
      );
      create index person_name_person on person_name (person_id, created_at);
      create trigger person_name_is_append_only before update or delete or truncate on person_name
        for each statement execute function forbid_change();

      create table contact (
        id uuid primary key,
        person_id uuid not null references person,
        kind text not null check (kind in ('email')),
        address text not null check (char_length(address) between 3 and 320),
        address_key text not null,
        is_primary boolean not null default false,
        verified_at timestamptz(3),
        ended_at timestamptz(3),
        created_at timestamptz(3) not null,
        unique (person_id, id),
        check (not is_primary or verified_at is not null)
      );
      -- One living, verified address belongs to one person. An unverified one is nobody's yet and blocks no one.
      create unique index contact_verified_address on contact (kind, address_key)
        where verified_at is not null and ended_at is null;
      create unique index contact_primary on contact (person_id, kind) where is_primary and ended_at is null;
      create index contact_person on contact (person_id);

      create table account (
        person_id uuid primary key references person,
        password_hash text,
        password_set_at timestamptz(3),
        created_at timestamptz(3) not null
      );

      -- Somebody asked for an account. It becomes a person when the address is confirmed, else it lapses.
      create table registration (
        id uuid primary key,
        email text not null,
        email_key text not null,
        legal_name text not null,
        chosen_name text,
        name_language text,
        password_hash text not null,
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        expires_at timestamptz(3) not null,
        created_at timestamptz(3) not null
      );
      create index registration_email on registration (email_key);
      create index registration_expiry on registration (expires_at);

      -- Links sent by mail: one use, one purpose.
      create table account_token (
        id uuid primary key,
        person_id uuid not null references person,
        purpose text not null check (purpose in ('reset-password', 'verify-contact')),
        contact_id uuid,
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        expires_at timestamptz(3) not null,
        used_at timestamptz(3),
        created_at timestamptz(3) not null,
        foreign key (person_id, contact_id) references contact (person_id, id),
        check ((purpose = 'verify-contact') = (contact_id is not null))
      );
      create index account_token_person on account_token (person_id);

      -- A 'half' session knows the password and waits for the second factor; it opens nothing else.
      create table session (
        id uuid primary key,
        person_id uuid not null references person,
        kind text not null check (kind in ('page', 'api', 'half')),
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        assurance text not null check (assurance in ('password', 'two-factor')),
        device text not null,
        confirmed_at timestamptz(3) not null,
        last_seen_at timestamptz(3) not null,
        ended_at timestamptz(3),
        created_at timestamptz(3) not null
      );
      create index session_person on session (person_id) where ended_at is null;

      create table second_factor (
        id uuid primary key,
        person_id uuid not null references person,
        kind text not null check (kind in ('totp')),
        secret_sealed bytea not null,
        confirmed_at timestamptz(3),
        last_used_step bigint,
        ended_at timestamptz(3),
        created_at timestamptz(3) not null
      );
      create unique index second_factor_in_use on second_factor (person_id, kind)
        where confirmed_at is not null and ended_at is null;
      create index second_factor_person on second_factor (person_id);

      create table recovery_code (
        id uuid primary key,
        person_id uuid not null references person,
        second_factor_id uuid not null references second_factor,
        code_hash bytea not null unique check (octet_length(code_hash) = 32),
        used_at timestamptz(3),
        created_at timestamptz(3) not null
      );
      create index recovery_code_factor on recovery_code (second_factor_id);

      -- Browsers that signed in before. Their wrong tries are counted apart, so that a stranger cannot lock anyone out.
      create table known_device (
        id uuid primary key,
        person_id uuid not null references person,
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        last_used_at timestamptz(3) not null,
        created_at timestamptz(3) not null
      );
      create index known_device_person on known_device (person_id);

      -- Wrong tries by address and source. Addresses without an account are counted the same way, and only as a hash.
      create table sign_in_pace (
        address_hash bytea not null check (octet_length(address_hash) = 32),
        source text not null,
        wrong_count integer not null check (wrong_count > 0),
        last_wrong_at timestamptz(3) not null,
        primary key (address_hash, source)
      );
      create index sign_in_pace_age on sign_in_pace (last_wrong_at);

      -- A lost mailbox, put right at a body's desk. How identity was checked is a code from a list, never a story.
      create table mailbox_recovery (
        id uuid primary key,
        body_id uuid not null,
        person_id uuid not null references person,
        handled_by uuid not null references person,
        identity_check text not null,
        new_contact_id uuid not null,
        created_at timestamptz(3) not null,
        foreign key (person_id, new_contact_id) references contact (person_id, id),
        check (handled_by <> person_id)
      );
      create index mailbox_recovery_body on mailbox_recovery (body_id, created_at);
      create index mailbox_recovery_person on mailbox_recovery (person_id);
      create trigger mailbox_recovery_is_append_only before update or delete or truncate on mailbox_recovery
        for each statement execute function forbid_change();

      grant select, insert, update on person, contact, account, session, second_factor, recovery_code
        to goodstanding_web, goodstanding_jobs;
      grant select, insert on person_name, mailbox_recovery to goodstanding_web, goodstanding_jobs;
      grant select, insert, update, delete on registration, account_token, known_device, sign_in_pace
        to goodstanding_web, goodstanding_jobs;
      grant delete on session to goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
