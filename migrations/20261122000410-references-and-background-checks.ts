import type { MigrationInterface, QueryRunner } from 'typeorm';

/** References by mailed link, background results as facts, and the answer that a person may give before a denial rests on one. */
export class ReferencesAndBackgroundChecks20261122000410 implements MigrationInterface {
  readonly name = 'ReferencesAndBackgroundChecks20261122000410';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- One request to one referee for one letter of an application. What they write is in the case file, not here.
      create table reference_request (
        id uuid primary key,
        application_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        code text not null check (code ~ '^[a-z][a-z0-9_]{0,99}$'),
        referee_name text not null check (char_length(referee_name) between 1 and 200),
        referee_email text not null check (char_length(referee_email) between 3 and 320),
        state text not null check (state in ('asked', 'received', 'accepted', 'set_aside', 'declined', 'withdrawn')),
        asked_at timestamptz(3) not null,
        reminded_at timestamptz(3),
        received_at timestamptz(3),
        closed_at timestamptz(3),
        closed_by uuid references person,
        case_file_id uuid,
        fact_id uuid,
        foreign key (body_id, application_id) references application (body_id, id),
        foreign key (body_id, case_file_id) references case_file (body_id, id),
        foreign key (person_id, fact_id) references fact (person_id, id),
        check ((state in ('received', 'accepted', 'set_aside')) = (case_file_id is not null)),
        check ((case_file_id is null) = (received_at is null)),
        check ((state in ('accepted', 'set_aside', 'declined', 'withdrawn')) = (closed_at is not null)),
        check ((state = 'accepted') = (fact_id is not null)),
        -- Accepted by somebody of the body, never by the applicant.
        check (state not in ('accepted', 'set_aside') or (closed_by is not null and closed_by <> person_id))
      );
      create unique index reference_request_live on reference_request (application_id, code, lower(referee_email))
        where state in ('asked', 'received', 'accepted');
      create index reference_request_application on reference_request (application_id, asked_at);
      create index reference_request_waiting on reference_request (asked_at) where state = 'asked' and reminded_at is null;
      create function reference_request_moves() returns trigger language plpgsql as $$
      begin
        if old.state <> new.state and (old.state, new.state) not in (('asked', 'received'), ('asked', 'declined'),
             ('asked', 'withdrawn'), ('received', 'accepted'), ('received', 'set_aside'))
           or old.state = new.state and old.state <> 'asked' then
          raise exception 'a reference that is % does not become %', old.state, new.state using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger reference_request_moves before update on reference_request
        for each row execute function reference_request_moves();

      -- Links mailed to the referee. Only the hash is kept; one at a time opens anything.
      create table reference_link (
        id uuid primary key,
        body_id uuid not null references organization,
        request_id uuid not null references reference_request,
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        expires_at timestamptz(3) not null,
        ended_at timestamptz(3),
        ended_by text check (ended_by in ('newer_link', 'withdrawn', 'answered')),
        created_at timestamptz(3) not null,
        check ((ended_at is null) = (ended_by is null))
      );
      create unique index reference_link_live on reference_link (request_id) where ended_at is null;

      -- What a provider of background checks said, without what it rests on.
      create table background_check (
        id uuid primary key,
        application_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        code text not null check (code ~ '^[a-z][a-z0-9_]{0,99}$'),
        result text not null check (result in ('clear', 'answer_needed', 'not_clear')),
        provider text not null check (char_length(provider) between 1 and 200),
        reference text not null check (char_length(reference) between 1 and 100),
        checked_on date not null,
        fact_id uuid not null,
        corrects uuid unique references background_check,
        recorded_by uuid not null references person,
        recorded_at timestamptz(3) not null,
        foreign key (body_id, application_id) references application (body_id, id),
        foreign key (person_id, fact_id) references fact (person_id, id),
        check (recorded_by <> person_id)
      );
      create unique index background_check_report on background_check (body_id, provider, reference) where corrects is null;
      create index background_check_application on background_check (application_id, recorded_at);
      create trigger background_check_is_append_only before update or delete or truncate on background_check
        for each statement execute function forbid_change();

      -- The person's chance to answer a result before anything is decided on it.
      create table background_answer (
        id uuid primary key,
        application_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        background_check_id uuid not null unique references background_check,
        asked_by uuid not null references person,
        asked_at timestamptz(3) not null,
        answer_until date not null,
        answered_at timestamptz(3),
        case_file_id uuid,
        foreign key (body_id, application_id) references application (body_id, id),
        foreign key (body_id, case_file_id) references case_file (body_id, id),
        check ((answered_at is null) = (case_file_id is null)),
        check (asked_by <> person_id)
      );
      create index background_answer_application on background_answer (application_id, asked_at);
      create function background_answer_is_given() returns trigger language plpgsql as $$
      begin
        raise exception 'an answer that was given never changes' using errcode = 'restrict_violation';
      end $$;
      create trigger background_answer_is_given before update on background_answer
        for each row when (old.answered_at is not null) execute function background_answer_is_given();

      create function application_event_is_fair() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare latest background_check%rowtype;
      begin
        -- Who decides sees facts: nobody who read what is behind them.
        if exists (select from case_file_reading r where r.body_id = new.body_id and r.person_id = new.person_id
                   and r.reader_id = new.actor_person_id) then
          raise exception 'application % is decided by somebody who read a case file', new.application_id
            using errcode = 'check_violation', constraint = 'application_event_decider_read_nothing';
        end if;
        if new.move = 'deny' and 'background_result' = any (new.reason_codes) then
          select * into latest from background_check c where c.application_id = new.application_id
            and not exists (select from background_check later where later.corrects = c.id)
            order by c.checked_on desc, c.recorded_at desc limit 1;
          if latest.id is null or latest.result = 'clear' then
            raise exception 'application % has no background result to deny it for', new.application_id
              using errcode = 'check_violation', constraint = 'application_event_background_result';
          end if;
          -- Heard on this result, or on the one that it put right; and no answer is still being waited for.
          if exists (select from background_answer a where a.application_id = new.application_id
                     and a.answered_at is null and a.answer_until >= new.happened_on)
             or not exists (
               with recursive line as (
                 select latest.id as id, latest.corrects as corrects
                 union all select c.id, c.corrects from background_check c join line on c.id = line.corrects)
               select from background_answer a join line on line.id = a.background_check_id) then
            raise exception 'application % cannot be denied before the person was heard', new.application_id
              using errcode = 'check_violation', constraint = 'application_event_heard_before_denial';
          end if;
        end if;
        return new;
      end $$;
      create trigger application_event_is_fair before insert on application_event
        for each row when (new.move in ('grant', 'deny')) execute function application_event_is_fair();

      grant select, insert on reference_request, reference_link, background_check, background_answer
        to goodstanding_web, goodstanding_jobs;
      grant update (state, reminded_at, received_at, closed_at, closed_by, case_file_id, fact_id) on reference_request
        to goodstanding_web, goodstanding_jobs;
      grant update (ended_at, ended_by) on reference_link to goodstanding_web, goodstanding_jobs;
      grant update (answered_at, case_file_id) on background_answer to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
