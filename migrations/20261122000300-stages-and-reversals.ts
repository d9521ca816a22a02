import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register learns stages, extensions, reprimands and reversals, and keeps what each term is counted from. */
export class StagesAndReversals20261122000300 implements MigrationInterface {
  readonly name = 'StagesAndReversals20261122000300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The moves of modules/credentials/domain/credential-event.ts.
      insert into credential_move (kind, from_status, to_status) values
        ('advanced', 'active', 'active'),
        ('extended', 'active', 'active'),
        ('extended', 'suspended', 'suspended'),
        ('reprimanded', 'active', 'active'),
        ('reprimanded', 'suspended', 'suspended'),
        ('reversed', 'suspended', 'active'),
        ('reversed', 'revoked', 'active'),
        ('reversed', 'revoked', 'suspended'),
        ('reversed', 'active', 'active'),
        ('reversed', 'suspended', 'suspended'),
        ('reversed', 'revoked', 'revoked'),
        ('reversed', 'surrendered', 'surrendered'),
        ('reversed', 'superseded', 'superseded');

      alter table credential_event
        -- What the term is counted from, and the how-manieth it is since.
        add column anchor_on date,
        add column anchor_term integer check (anchor_term > 0),
        -- The rules from this line on.
        add column scheme_version_id text references scheme_version,
        -- A new stage rests on a decision of its own.
        add column application_id uuid,
        add column decision_id uuid unique references application_event,
        add column endorsements text[],
        -- How often the stage was extended, with this line.
        add column extension_number integer check (extension_number > 0),
        -- Last day on which a reprimand is told.
        add column note_until date,
        add column emergency boolean not null default false,
        add foreign key (body_id, application_id) references application (body_id, id);

      -- Until now terms had one anchor for life, and their number told the how-manieth they are.
      alter table credential_event disable trigger credential_event_is_append_only;
      update credential_event e set anchor_on = c.anchor_on, anchor_term = e.term_number
        from credential c where c.id = e.credential_id and e.term_number is not null;
      update credential_event e set scheme_version_id = c.scheme_version_id
        from credential c where c.id = e.credential_id and e.kind = 'issued';
      alter table credential_event enable trigger credential_event_is_append_only;

      alter table credential_event
        drop constraint credential_event_check1, drop constraint credential_event_check2, drop constraint credential_event_check4,
        add constraint credential_event_opens_a_term
          check (kind not in ('issued', 'renewed', 'advanced', 'extended') or term_number is not null),
        add constraint credential_event_has_no_term
          check (kind in ('issued', 'renewed', 'advanced', 'extended', 'corrected') or term_number is null),
        add constraint credential_event_term_has_anchor check (
          num_nulls(anchor_on, anchor_term) in (0, 2)
          and ((term_number is null) = (anchor_on is null) or kind = 'corrected')),
        add constraint credential_event_sets_rules check ((kind in ('issued', 'advanced')) = (scheme_version_id is not null)),
        add constraint credential_event_amends check ((kind in ('corrected', 'reversed')) = (amends is not null)),
        -- The first stage rests on the credential's own decision, a further one on that of its line.
        add constraint credential_event_advance_is_granted check (
          num_nulls(application_id, decision_id) in (0, 2) and (kind = 'advanced') = (decision_id is not null)
          and (kind <> 'advanced' or stage is not null)),
        add constraint credential_event_extension_is_counted check (
          (kind = 'extended') = (extension_number is not null) and (kind <> 'extended' or stage is not null)),
        add constraint credential_event_note_of_reprimand check (
          note_until is null or (kind = 'reprimanded' and note_until >= effective_on)),
        add constraint credential_event_emergency_is_explained check (
          not emergency or (kind in ('reprimanded', 'suspended', 'revoked') and explanation is not null)),
        add constraint credential_event_extended_once unique (credential_id, stage, extension_number);
      create unique index credential_event_reversed_once on credential_event (credential_id, amends) where kind = 'reversed';

      -- A stage is extended as often as the scheme says, one after the other; beyond what can be asked for, with a reason.
      create function credential_extension_is_left() returns trigger language plpgsql as $$
      declare on_request integer; discretionary integer; used integer;
      begin
        select coalesce((stage ->> 'extensions')::integer, 0), coalesce((stage ->> 'discretionary_extensions')::integer, 0)
          into on_request, discretionary
        from scheme_version v, jsonb_array_elements(v.definition -> 'credential' -> 'stages') stage
        where stage ->> 'code' = new.stage and v.id = (
          select e.scheme_version_id from credential_event e
          where e.credential_id = new.credential_id and e.scheme_version_id is not null
          order by e.recorded_at desc limit 1);
        select count(*) into used from credential_event e
        where e.credential_id = new.credential_id and e.kind = 'extended' and e.stage = new.stage;
        if new.extension_number <> used + 1 or new.extension_number > coalesce(on_request + discretionary, 0) then
          raise exception 'stage % of credential % has no extension %', new.stage, new.credential_id, new.extension_number
            using errcode = 'check_violation', constraint = 'credential_extension_is_left';
        end if;
        if new.extension_number > on_request and new.explanation is null then
          raise exception 'extension % of credential % needs a reason', new.extension_number, new.credential_id
            using errcode = 'check_violation', constraint = 'credential_extension_has_reason';
        end if;
        return new;
      end $$;
      create trigger credential_extension_is_left before insert on credential_event
        for each row when (new.kind = 'extended') execute function credential_extension_is_left();

      -- Only decisions against a holder are taken back, from their own first day, and by somebody else.
      create function credential_reversal_is_of_decision() returns trigger language plpgsql as $$
      declare taken_back credential_event%rowtype;
      begin
        select * into taken_back from credential_event where id = new.amends;
        if taken_back.kind not in ('suspended', 'revoked', 'reprimanded') then
          raise exception 'line % of kind % is not taken back', new.amends, taken_back.kind
            using errcode = 'check_violation', constraint = 'credential_reversal_is_of_decision';
        end if;
        if taken_back.decided_by = new.decided_by then
          raise exception 'line % was decided by who would take it back', new.amends
            using errcode = 'check_violation', constraint = 'credential_reversal_by_another';
        end if;
        if taken_back.effective_on <> new.effective_on then
          raise exception 'line % counts from %, so that its reversal does', new.amends, taken_back.effective_on
            using errcode = 'check_violation', constraint = 'credential_reversal_from_its_day';
        end if;
        return new;
      end $$;
      create trigger credential_reversal_is_of_decision before insert on credential_event
        for each row when (new.kind = 'reversed') execute function credential_reversal_is_of_decision();

      -- A holder asks for more time in a stage; a registrar answers.
      create table extension_request (
        id uuid primary key,
        body_id uuid not null,
        person_id uuid not null references person,
        credential_id uuid not null,
        stage text not null,
        -- The how-manieth extension of the stage it would be.
        extension_number integer not null check (extension_number > 0),
        -- Beyond what the scheme gives on request: granted with a reason only.
        discretionary boolean not null,
        note text not null check (char_length(note) between 1 and 2000),
        state text not null default 'asked' check (state in ('asked', 'granted', 'declined')),
        created_at timestamptz(3) not null,
        decided_by uuid references person,
        decided_at timestamptz(3),
        -- To the holder.
        answer text check (char_length(answer) between 1 and 2000),
        event_id uuid,
        foreign key (body_id, credential_id) references credential (body_id, id),
        foreign key (credential_id, event_id) references credential_event (credential_id, id),
        check (num_nulls(decided_by, decided_at) = case when state = 'asked' then 2 else 0 end),
        check ((state = 'granted') = (event_id is not null)),
        check (state <> 'declined' or answer is not null),
        check (state <> 'granted' or not discretionary or answer is not null),
        check (decided_by <> person_id)
      );
      create unique index extension_request_one_open on extension_request (credential_id) where state = 'asked';
      create index extension_request_waiting on extension_request (body_id, created_at, id) where state = 'asked';
      create function extension_request_is_answered_once() returns trigger language plpgsql as $$
      begin
        if old.state <> 'asked' then
          raise exception 'request % is answered and never changes', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger extension_request_is_answered_once before update on extension_request
        for each row execute function extension_request_is_answered_once();
      create trigger extension_request_stays before delete or truncate on extension_request
        for each statement execute function forbid_change();

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
              'stage', e.stage, 'endorsements', e.endorsements, 'noteUntil', e.note_until, 'amends', e.amends
            ) order by e.recorded_at)
            from credential_event e where e.credential_id = c.id
          ) as events
        from credential c
        join credential_state s on s.credential_id = c.id
        join organization o on o.id = c.body_id;

      grant select, insert on extension_request to goodstanding_web, goodstanding_jobs;
      grant update (state, decided_by, decided_at, answer, event_id) on extension_request
        to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
