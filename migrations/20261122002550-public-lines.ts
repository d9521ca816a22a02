import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lines of a credential as the public reads them, made when a line is written instead of at each question. */
export class PublicLines20261122002550 implements MigrationInterface {
  readonly name = 'PublicLines20261122002550';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function credential_public_lines(credential uuid) returns json stable language sql as $$
        select json_agg(json_build_object(
          'id', e.id, 'kind', e.kind, 'effectiveOn', e.effective_on, 'publicFrom', e.public_from,
          'termNumber', e.term_number, 'startsOn', e.starts_on, 'expiresOn', e.expires_on,
          'stage', e.stage, 'endorsements', e.endorsements, 'noteUntil', e.note_until, 'lapse', e.lapse,
          'amends', e.amends
        ) order by e.recorded_at)
        from credential_event e where e.credential_id = credential
      $$;

      alter table credential_state add column public_lines json;

      -- No line commits without its state (credential_event_reached_state), so that what is made here is never older than the lines.
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
        new.public_lines := credential_public_lines(new.credential_id);
        return new;
      end $$;

      update credential_state set last_event_id = last_event_id;
      alter table credential_state alter column public_lines set not null;

      create or replace view public_credential as
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
          s.public_lines as events
        from credential c
        join credential_state s on s.credential_id = c.id
        join organization o on o.id = c.body_id;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
