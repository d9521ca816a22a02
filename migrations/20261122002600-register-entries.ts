import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All that the public may read of a credential in one row by its number, so that a question touches one table and one index. */
export class RegisterEntries20261122002600 implements MigrationInterface {
  readonly name = 'RegisterEntries20261122002600';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table register_entry (
        -- Compared byte by byte: a number is no word of any language.
        number text collate "C" primary key references credential (number),
        body_id uuid not null references organization,
        person_id uuid not null references person,
        scheme_code text not null,
        title text not null,
        scope text,
        holder_name text not null,
        holder_name_language text,
        surname_keys text[] not null,
        token_hash bytea not null check (octet_length(token_hash) = 32),
        -- In the order the register learned of them.
        lines json not null
      );
      create index register_entry_person on register_entry (person_id);

      create function register_entry_of(credential uuid) returns setof register_entry stable language sql
        set search_path = public as $$
        select c.number, c.body_id, c.person_id, c.scheme_code, c.title, c.scope,
          s.holder_name, s.holder_name_language, s.surname_keys,
          sha256(convert_to(c.verification_token, 'UTF8')),
          (
            select json_agg(json_build_object(
              'id', e.id, 'kind', e.kind, 'effectiveOn', e.effective_on, 'publicFrom', e.public_from,
              'termNumber', e.term_number, 'startsOn', e.starts_on, 'expiresOn', e.expires_on,
              'stage', e.stage, 'endorsements', e.endorsements, 'noteUntil', e.note_until, 'lapse', e.lapse,
              'amends', e.amends
            ) order by e.recorded_at)
            from credential_event e where e.credential_id = c.id
          )
        from credential c join credential_state s on s.credential_id = c.id where c.id = credential
      $$;

      -- No line commits without its state (credential_event_reached_state), so that an entry is never older than the lines.
      create function register_entry_follows_state() returns trigger language plpgsql security definer
        set search_path = public as $$
      begin
        insert into register_entry select * from register_entry_of(new.credential_id)
        on conflict (number) do update set
          holder_name = excluded.holder_name, holder_name_language = excluded.holder_name_language,
          surname_keys = excluded.surname_keys, lines = excluded.lines;
        return null;
      end $$;
      create trigger register_entry_follows_state after insert or update on credential_state
        for each row execute function register_entry_follows_state();
      revoke execute on function register_entry_of(uuid) from public;

      insert into register_entry
        select e.* from credential_state s cross join lateral register_entry_of(s.credential_id) e;

      drop view public_credential;
      create view public_credential as
        select
          e.number,
          e.title,
          e.scope,
          e.scheme_code,
          o.name as body_name,
          o.slug as body_slug,
          o.time_zone as body_time_zone,
          e.holder_name,
          e.holder_name_language,
          e.surname_keys,
          encode(e.token_hash, 'hex') as token_sha256,
          e.lines as events
        from register_entry e
        join organization o on o.id = e.body_id;
      grant select on public_credential to goodstanding_verifier;
      grant select on register_entry to goodstanding_web, goodstanding_jobs;

      create or replace function credential_state_is_of_event() returns trigger language plpgsql as $$
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
      alter table credential_state drop column public_lines;
      drop function credential_public_lines(uuid);
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
