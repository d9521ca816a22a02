import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A term remembers what is told of it once it has ended, where its board does not call that expired. */
export class NotActive20261122000930 implements MigrationInterface {
  readonly name = 'NotActive20261122000930';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Tiers as {to, public_status}, first to last; null where every tier says expired.
      alter table credential_event
        add column lapse jsonb,
        add constraint credential_event_lapse_is_of_a_term
          check (lapse is null or (jsonb_typeof(lapse) = 'array' and kind in ('issued', 'renewed', 'advanced', 'extended')));

      -- Terms that are there already: by the newest rules their line or an earlier one set.
      alter table credential_event disable trigger credential_event_is_append_only;
      update credential_event e set lapse = (
        select jsonb_agg(jsonb_build_object('to', tier -> 'to', 'public_status', tier -> 'public_status') order by at)
        from jsonb_array_elements(v.definition #> '{lapse,tiers}') with ordinality as t (tier, at)
      )
      from scheme_version v
      where e.term_number is not null and e.kind <> 'corrected'
        and v.id = (
          select r.scheme_version_id from credential_event r
          where r.credential_id = e.credential_id and r.scheme_version_id is not null and r.recorded_at <= e.recorded_at
          order by r.recorded_at desc limit 1)
        and exists (
          select from jsonb_array_elements(v.definition #> '{lapse,tiers}') tier
          where tier ->> 'public_status' is distinct from 'expired');
      alter table credential_event enable trigger credential_event_is_append_only;

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
          (
            select json_agg(json_build_object(
              'id', e.id, 'kind', e.kind, 'effectiveOn', e.effective_on, 'publicFrom', e.public_from,
              'termNumber', e.term_number, 'startsOn', e.starts_on, 'expiresOn', e.expires_on,
              'stage', e.stage, 'endorsements', e.endorsements, 'noteUntil', e.note_until, 'lapse', e.lapse,
              'amends', e.amends
            ) order by e.recorded_at)
            from credential_event e where e.credential_id = c.id
          ) as events
        from credential c
        join credential_state s on s.credential_id = c.id
        join organization o on o.id = c.body_id;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
