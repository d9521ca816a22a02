import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supervised practice and supervision received: entries, sign-off by a supervisor without an account. Class: legal file. */
export class Practice20261121000700 implements MigrationInterface {
  readonly name = 'Practice20261121000700';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- One request to one supervisor at one address. It covers the entries that name it.
      create table practice_sign_off (
        id uuid primary key,
        person_id uuid not null references person,
        supervisor_name text not null check (char_length(supervisor_name) between 1 and 200),
        supervisor_email text not null check (char_length(supervisor_email) between 3 and 320),
        state text not null check (state in ('open', 'signed', 'returned', 'declined', 'revoked')),
        created_at timestamptz(3) not null,
        closed_at timestamptz(3),
        -- What the supervisor wrote when returning it; for the trainee only.
        notes text check (char_length(notes) <= 1000),
        content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
        content jsonb,
        signed_name text check (char_length(signed_name) between 1 and 200),
        signed_credential_number text check (char_length(signed_credential_number) <= 100),
        signed_ip text,
        signed_method text,
        unique (person_id, id),
        check ((state = 'open') = (closed_at is null)),
        check (num_nulls(content_hash, content, signed_name, signed_ip, signed_method)
               = case when state = 'signed' then 0 else 5 end)
      );
      create index practice_sign_off_person on practice_sign_off (person_id, created_at);

      create function practice_sign_off_is_closed() returns trigger language plpgsql as $$
      begin
        if old.state <> 'open' then
          raise exception 'a sign-off that is closed never changes' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger practice_sign_off_is_closed before update on practice_sign_off
        for each row execute function practice_sign_off_is_closed();

      create table practice_entry (
        id uuid primary key,
        person_id uuid not null references person,
        kind text not null check (kind in ('paid', 'volunteer', 'supervision')),
        worked_on date not null check (worked_on >= '2000-01-01'),
        starts_at time,
        minutes integer not null check (minutes between 1 and 1440),
        method text not null,
        setting text not null,
        activity text not null,
        supervisor_name text not null check (char_length(supervisor_name) between 1 and 200),
        supervisor_email text not null check (char_length(supervisor_email) between 3 and 320),
        state text not null check (state in ('recorded', 'awaiting_signature', 'returned', 'signed', 'corrected')),
        sign_off_id uuid,
        -- The signed entry that this one takes the place of.
        corrects uuid,
        -- False while a correction stands in its place: a day's time is counted once.
        occupies boolean not null default true,
        fact_id uuid,
        recorded_at timestamptz(3) not null,
        created_at timestamptz(3) not null,
        during tsrange generated always as (
          case when starts_at is null then null
          else tsrange(worked_on + starts_at, worked_on + starts_at + minutes * interval '1 minute') end) stored,
        unique (person_id, id),
        foreign key (person_id, sign_off_id) references practice_sign_off (person_id, id),
        foreign key (person_id, corrects) references practice_entry (person_id, id),
        check ((state in ('signed', 'corrected')) = (fact_id is not null)),
        check (state in ('recorded') or sign_off_id is not null),
        constraint practice_entry_no_overlap exclude using gist (person_id with =, during with &&) where (occupies)
      );
      create index practice_entry_person on practice_entry (person_id, worked_on);
      create index practice_entry_sign_off on practice_entry (sign_off_id);
      create unique index practice_entry_corrects on practice_entry (corrects) where corrects is not null and occupies;

      create table practice_entry_domain (
        entry_id uuid not null references practice_entry on delete cascade,
        domain text not null,
        minutes integer not null check (minutes between 1 and 1440),
        primary key (entry_id, domain)
      );

      -- What was signed stays as it was signed; only its place in the sequence of corrections may change.
      create function practice_entry_is_signed() returns trigger language plpgsql as $$
      begin
        if old.fact_id is null then
          return case when tg_op = 'DELETE' then old else new end;
        end if;
        if tg_op = 'DELETE' or
           (new.person_id, new.kind, new.worked_on, new.starts_at, new.minutes, new.method, new.setting, new.activity,
            new.supervisor_name, new.supervisor_email, new.sign_off_id, new.corrects, new.fact_id)
           is distinct from
           (old.person_id, old.kind, old.worked_on, old.starts_at, old.minutes, old.method, old.setting, old.activity,
            old.supervisor_name, old.supervisor_email, old.sign_off_id, old.corrects, old.fact_id) then
          raise exception 'a signed entry never changes' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger practice_entry_is_signed before update or delete on practice_entry
        for each row execute function practice_entry_is_signed();

      create function practice_entry_domain_is_signed() returns trigger language plpgsql as $$
      begin
        if exists (select from practice_entry e
                   where e.id = coalesce(old.entry_id, new.entry_id) and e.fact_id is not null) then
          raise exception 'a signed entry never changes' using errcode = 'restrict_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;
      create trigger practice_entry_domain_is_signed before insert or update or delete on practice_entry_domain
        for each row execute function practice_entry_domain_is_signed();

      -- The sum of a person's day. One row a day, so that two entries at the same moment are added one after the other.
      create table practice_day (
        person_id uuid not null references person,
        worked_on date not null,
        minutes integer not null,
        primary key (person_id, worked_on),
        constraint practice_day_has_24_hours check (minutes between 0 and 1440)
      );
      create function practice_day_add(who uuid, day date, more integer) returns void language sql as $$
        insert into practice_day (person_id, worked_on, minutes) values (who, day, greatest(more, 0))
        on conflict (person_id, worked_on) do update set minutes = practice_day.minutes + more
      $$;
      create function practice_day_follows_entries() returns trigger language plpgsql security definer
        set search_path = public as $$
      begin
        if tg_op in ('UPDATE', 'DELETE') and old.occupies then
          perform practice_day_add(old.person_id, old.worked_on, -old.minutes);
        end if;
        if tg_op in ('INSERT', 'UPDATE') and new.occupies then
          perform practice_day_add(new.person_id, new.worked_on, new.minutes);
        end if;
        return null;
      end $$;
      create trigger practice_day_follows_entries after insert or delete or update of worked_on, minutes, occupies
        on practice_entry for each row execute function practice_day_follows_entries();
      revoke execute on function practice_day_add(uuid, date, integer) from public;

      -- Links mailed to the supervisor. Only the hash is kept; one at a time opens anything.
      create table practice_sign_off_link (
        id uuid primary key,
        sign_off_id uuid not null references practice_sign_off,
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        expires_at timestamptz(3) not null,
        ended_at timestamptz(3),
        ended_by text check (ended_by in ('newer_link', 'revoked', 'answered')),
        created_at timestamptz(3) not null,
        check ((ended_at is null) = (ended_by is null))
      );
      create unique index practice_sign_off_link_live on practice_sign_off_link (sign_off_id) where ended_at is null;

      -- Six-digit codes, mailed at the moment of signing and bound to one link and to what the page showed.
      create table practice_sign_off_code (
        id uuid primary key,
        link_id uuid not null references practice_sign_off_link,
        content_hash text not null,
        code_hash bytea not null check (octet_length(code_hash) = 32),
        expires_at timestamptz(3) not null,
        tries integer not null default 0 constraint practice_sign_off_code_five_tries check (tries between 0 and 5),
        used_at timestamptz(3),
        created_at timestamptz(3) not null
      );
      create index practice_sign_off_code_link on practice_sign_off_code (link_id, created_at);

      grant select, insert, update on practice_sign_off, practice_entry, practice_sign_off_link, practice_sign_off_code
        to goodstanding_web, goodstanding_jobs;
      grant delete on practice_entry to goodstanding_web, goodstanding_jobs;
      grant select, insert, delete on practice_entry_domain to goodstanding_web, goodstanding_jobs;
      grant select on practice_day to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
