import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints about holders, what they lead to, and appeals of decisions. */
export class Conduct20261122000600 implements MigrationInterface {
  readonly name = 'Conduct20261122000600';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The moves of modules/conduct/domain/*-moves.ts, so that the database refuses every other one too.
      create table complaint_move (move text not null, from_state text not null, to_state text not null,
        primary key (move, from_state, to_state));
      insert into complaint_move (move, from_state, to_state) values
        ('assign', 'received', 'in_review'),
        ('assign', 'in_review', 'in_review'),
        ('assign', 'notice_given', 'notice_given'),
        ('assign', 'ready', 'ready'),
        ('set_aside', 'in_review', 'not_taken_up'),
        ('give_notice', 'in_review', 'notice_given'),
        ('answer', 'notice_given', 'ready'),
        ('close_answers', 'notice_given', 'ready'),
        ('extend', 'in_review', 'in_review'),
        ('extend', 'notice_given', 'notice_given'),
        ('extend', 'ready', 'ready'),
        ('extend', 'found', 'found'),
        ('extend', 'proposed', 'proposed'),
        ('find', 'ready', 'found'),
        ('propose', 'found', 'proposed'),
        ('object', 'proposed', 'found'),
        ('dismiss', 'proposed', 'dismissed'),
        ('sanction', 'proposed', 'sanctioned'),
        ('reopen', 'sanctioned', 'ready');
      create table sanction_move (move text not null, from_state text not null, to_state text not null,
        primary key (move, from_state, to_state));
      insert into sanction_move (move, from_state, to_state) values
        ('take_effect', 'pending', 'in_effect'),
        ('cancel', 'pending', 'cancelled'),
        ('confirm', 'provisional', 'in_effect'),
        ('lapse', 'provisional', 'ended'),
        ('lift', 'provisional', 'ended'),
        ('lift', 'in_effect', 'ended'),
        ('reverse', 'provisional', 'reversed'),
        ('reverse', 'in_effect', 'reversed'),
        ('reverse', 'ended', 'reversed');
      create table appeal_move (move text not null, from_state text not null, to_state text not null,
        primary key (move, from_state, to_state));
      insert into appeal_move (move, from_state, to_state) values
        ('assign', 'filed', 'in_review'),
        ('assign', 'in_review', 'in_review'),
        ('find', 'in_review', 'found'),
        ('propose', 'found', 'proposed'),
        ('object', 'proposed', 'found'),
        ('uphold', 'proposed', 'upheld'),
        ('overturn', 'proposed', 'overturned'),
        ('send_back', 'proposed', 'sent_back'),
        ('withdraw', 'filed', 'withdrawn'),
        ('withdraw', 'in_review', 'withdrawn'),
        ('withdraw', 'found', 'withdrawn'),
        ('withdraw', 'proposed', 'withdrawn');

      create table complaint (
        id uuid primary key,
        body_id uuid not null references organization,
        -- The holder.
        person_id uuid not null references person,
        credential_id uuid not null,
        scheme_version_id text not null references scheme_version,
        -- What the reporter is given to name it by; it opens nothing.
        reference text not null unique check (reference ~ '^C-[2-9A-HJ-NP-Z]{8}$'),
        -- Codes; what was told is in the sealed case file.
        allegations text[] not null check (cardinality(allegations) between 1 and 10),
        event_on date not null,
        acknowledge_by date not null,
        decide_by date not null,
        answer_by date,
        handler_id uuid references person,
        state text not null default 'received' check (state in ('received', 'in_review', 'notice_given', 'ready', 'found',
          'proposed', 'dismissed', 'sanctioned', 'not_taken_up')),
        state_since timestamptz(3) not null,
        created_at timestamptz(3) not null,
        unique (body_id, id),
        foreign key (body_id, credential_id) references credential (body_id, id),
        check (handler_id <> person_id)
      );
      create index complaint_desk on complaint (body_id, state, decide_by, id);
      create index complaint_person on complaint (person_id, created_at);

      -- Where the reporter is written to, and which account it was; nobody reads it on a page. Their name is in the case file.
      create table complaint_reporter (
        complaint_id uuid primary key references complaint,
        body_id uuid not null,
        person_id uuid references person,
        email text check (char_length(email) between 3 and 320),
        created_at timestamptz(3) not null,
        foreign key (body_id, complaint_id) references complaint (body_id, id)
      );

      create table complaint_event (
        id uuid primary key,
        complaint_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        move text not null,
        from_state text not null,
        to_state text not null,
        actor_person_id uuid references person,
        -- Who is to handle it.
        assignee_id uuid references person,
        outcome text check (outcome in ('dismissed', 'reprimand', 'suspension', 'revocation')),
        codes text[] not null default '{}',
        -- The day by which something is due, where the move sets one.
        due_on date,
        happened_on date not null,
        recorded_at timestamptz(3) not null,
        foreign key (body_id, complaint_id) references complaint (body_id, id),
        foreign key (move, from_state, to_state) references complaint_move,
        check (move = 'close_answers' or actor_person_id is not null),
        check (case when move = 'answer' then actor_person_id = person_id else actor_person_id is distinct from person_id end),
        check ((move = 'assign') = (assignee_id is not null)),
        check (move not in ('propose', 'dismiss', 'sanction') or outcome is not null),
        check (move <> 'dismiss' or outcome = 'dismissed'),
        check (move <> 'sanction' or outcome <> 'dismissed'),
        check (move not in ('set_aside', 'extend', 'propose') or cardinality(codes) > 0),
        check (move not in ('give_notice', 'extend') or due_on is not null)
      );
      create index complaint_event_complaint on complaint_event (complaint_id, recorded_at, id);

      create table sanction (
        id uuid primary key,
        body_id uuid not null references organization,
        person_id uuid not null references person,
        complaint_id uuid not null,
        credential_id uuid not null,
        kind text not null check (kind in ('reprimand', 'suspension', 'revocation')),
        -- At once, before notice and answer; it ends unless somebody else confirms it in time.
        emergency boolean not null,
        reason_code text not null,
        decided_by uuid not null references person,
        decided_on date not null,
        effective_on date not null,
        confirm_by date,
        -- Its line in the register.
        register_event_id uuid references credential_event,
        state text not null check (state in ('pending', 'provisional', 'in_effect', 'cancelled', 'ended', 'reversed')),
        state_since timestamptz(3) not null,
        created_at timestamptz(3) not null,
        unique (body_id, id),
        foreign key (body_id, complaint_id) references complaint (body_id, id),
        foreign key (body_id, credential_id) references credential (body_id, id),
        check (decided_by <> person_id),
        check (emergency = (confirm_by is not null)),
        check (not emergency or kind = 'suspension'),
        -- Nothing takes effect on the day it is decided, except in an emergency.
        constraint sanction_after_notice check (emergency or effective_on > decided_on)
      );
      create index sanction_complaint on sanction (complaint_id);
      create index sanction_waiting on sanction (state, effective_on) where state in ('pending', 'provisional');
      create unique index sanction_one_emergency on sanction (complaint_id) where emergency and state in ('provisional', 'in_effect');

      create table sanction_event (
        id uuid primary key,
        sanction_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        move text not null,
        from_state text not null,
        to_state text not null,
        actor_person_id uuid references person,
        happened_on date not null,
        recorded_at timestamptz(3) not null,
        foreign key (body_id, sanction_id) references sanction (body_id, id),
        foreign key (move, from_state, to_state) references sanction_move,
        check (move not in ('confirm', 'reverse') or actor_person_id is not null),
        check (actor_person_id is distinct from person_id)
      );
      create index sanction_event_sanction on sanction_event (sanction_id, recorded_at, id);

      -- Every decision that the person concerned may appeal, with the last day on which they may.
      create table appealable_decision (
        id uuid primary key,
        body_id uuid not null references organization,
        person_id uuid not null references person,
        kind text not null check (kind in ('denial', 'renewal_denial', 'reprimand', 'suspension', 'revocation')),
        scheme_version_id text not null references scheme_version,
        application_id uuid,
        decision_id uuid unique references application_event,
        credential_event_id uuid unique references credential_event,
        sanction_id uuid unique references sanction,
        decided_on date not null,
        -- Null where the scheme allows no appeal of it.
        file_by date,
        created_at timestamptz(3) not null,
        unique (body_id, id),
        foreign key (body_id, application_id) references application (body_id, id),
        check ((kind = 'denial') = (decision_id is not null)),
        check ((decision_id is null) = (application_id is null)),
        check (num_nonnulls(decision_id, credential_event_id, sanction_id) = 1),
        check (file_by >= decided_on)
      );
      create index appealable_decision_person on appealable_decision (person_id, decided_on);
      create trigger appealable_decision_is_append_only before update or delete or truncate on appealable_decision
        for each statement execute function forbid_change();

      create table appeal (
        id uuid primary key,
        body_id uuid not null,
        person_id uuid not null references person,
        decision_id uuid not null,
        -- Codes; the person's words are in the sealed case file.
        grounds text[] not null check (cardinality(grounds) between 1 and 10),
        decide_by date not null,
        handler_id uuid references person,
        state text not null default 'filed' check (state in ('filed', 'in_review', 'found', 'proposed', 'upheld', 'overturned',
          'sent_back', 'withdrawn')),
        state_since timestamptz(3) not null,
        created_at timestamptz(3) not null,
        unique (body_id, id),
        foreign key (body_id, decision_id) references appealable_decision (body_id, id),
        check (handler_id <> person_id)
      );
      -- A decision is looked at afresh once.
      create unique index appeal_one on appeal (decision_id) where state <> 'withdrawn';
      create index appeal_desk on appeal (body_id, state, decide_by, id);
      create index appeal_person on appeal (person_id, created_at);

      create table appeal_event (
        id uuid primary key,
        appeal_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        move text not null,
        from_state text not null,
        to_state text not null,
        actor_person_id uuid not null references person,
        assignee_id uuid references person,
        outcome text check (outcome in ('upheld', 'overturned', 'sent_back')),
        codes text[] not null default '{}',
        happened_on date not null,
        recorded_at timestamptz(3) not null,
        foreign key (body_id, appeal_id) references appeal (body_id, id),
        foreign key (move, from_state, to_state) references appeal_move,
        check (case when move = 'withdraw' then actor_person_id = person_id else actor_person_id <> person_id end),
        check ((move = 'assign') = (assignee_id is not null)),
        check (move not in ('propose', 'uphold', 'overturn', 'send_back') or outcome is not null),
        check (move not in ('uphold', 'overturn', 'send_back') or outcome = to_state)
      );
      create index appeal_event_appeal on appeal_event (appeal_id, recorded_at, id);

      -- Who of the administrators was written to before a promise was broken; once for each promise and its day.
      create table conduct_warning (
        id uuid primary key,
        body_id uuid not null references organization,
        person_id uuid not null references person,
        case_id uuid not null,
        clock text not null check (clock in ('acknowledge', 'decide', 'confirm', 'appeal')),
        due_on date not null,
        warned_at timestamptz(3) not null,
        unique (case_id, clock, due_on)
      );
      create trigger complaint_event_is_append_only before update or delete or truncate on complaint_event
        for each statement execute function forbid_change();
      create trigger sanction_event_is_append_only before update or delete or truncate on sanction_event
        for each statement execute function forbid_change();
      create trigger appeal_event_is_append_only before update or delete or truncate on appeal_event
        for each statement execute function forbid_change();
      create trigger conduct_warning_is_append_only before update or delete or truncate on conduct_warning
        for each statement execute function forbid_change();

      -- The state has no other writer: it follows the events, under a lock, from the state they say they start at.
      create function conduct_follows_event() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare
        parent text := tg_argv[0];
        row_id uuid := (to_jsonb(new) ->> (tg_argv[0] || '_id'))::uuid;
        current_state text;
        concerned uuid;
      begin
        execute format('select state, person_id from %I where id = $1 for update', parent)
          into current_state, concerned using row_id;
        if current_state is distinct from new.from_state then
          raise exception '% % is %, not %', parent, row_id, current_state, new.from_state
            using errcode = 'check_violation', constraint = parent || '_event_starts_at_state';
        end if;
        if concerned <> new.person_id then
          raise exception '% % concerns another person', parent, row_id using errcode = 'check_violation';
        end if;
        execute format('update %I set state = $2, state_since = $3 where id = $1', parent)
          using row_id, new.to_state, new.recorded_at;
        return null;
      end $$;
      create trigger complaint_follows_event after insert on complaint_event
        for each row execute function conduct_follows_event('complaint');
      create trigger sanction_follows_event after insert on sanction_event
        for each row execute function conduct_follows_event('sanction');
      create trigger appeal_follows_event after insert on appeal_event
        for each row execute function conduct_follows_event('appeal');

      -- Who stands too near to a person to have a part in a case about them, by code. The words are in domain/kept-apart.ts.
      create function conduct_near(body uuid, someone uuid, about uuid, on_day date) returns text[]
        language sql stable set search_path = public as $$
        with since as (
          select on_day - make_interval(months => body_setting_of(body, 'kept_apart_months', 24)) as since, time_zone as zone
          from organization where id = body
        )
        select array_remove(array[
          case when someone = about then 'oneself' end,
          case when exists (
            select from declared_conflict c left join declared_conflict_end e on e.declared_conflict_id = c.id
            where c.body_id = body and c.declared_by = someone and c.person_id = about
              and (e.ended_at is null or (e.ended_at at time zone since.zone)::date > since.since)
          ) then 'declared' end,
          case when someone <> about and exists (
            select from fact f where f.person_id = about and f.voucher_person_id = someone
              and f.voucher_method in ('supervisor-signature', 'course')
              and greatest(f.occurred_on, (f.recorded_at at time zone since.zone)::date) > since.since
          ) then 'taught' end
        ], null) from since
      $$;

      create function complaint_kept_from(which uuid, someone uuid, deciding boolean, on_day date) returns text[]
        language sql stable set search_path = public as $$
        select conduct_near(c.body_id, someone, c.person_id, on_day) || array_remove(array[
          case when exists (select from complaint_reporter r where r.complaint_id = c.id and r.person_id = someone)
            then 'reported' end,
          case when deciding and exists (select from complaint_event e
            where e.complaint_id = c.id and e.assignee_id = someone) then 'handled' end,
          case when not deciding and exists (select from complaint_event e
            where e.complaint_id = c.id and e.actor_person_id = someone and e.move in ('propose', 'object', 'dismiss', 'sanction'))
            then 'decided' end,
          -- Decided anew after an appeal: by others than before.
          case when deciding and exists (select from complaint_event e
            where e.complaint_id = c.id and e.actor_person_id = someone and e.move in ('propose', 'object', 'sanction')
              and exists (select from complaint_event r
                where r.complaint_id = c.id and r.move = 'reopen' and (r.recorded_at, r.id) > (e.recorded_at, e.id))) then 'decided' end,
          case when exists (select from appeal a join appealable_decision d on d.id = a.decision_id
            join sanction s on s.id = d.sanction_id join appeal_event e on e.appeal_id = a.id
            where s.complaint_id = c.id and (e.assignee_id = someone or e.actor_person_id = someone)
              and e.move <> 'assign') then 'heard' end
        ], null) from complaint c where c.id = which
      $$;

      create function appeal_kept_from(which uuid, someone uuid, deciding boolean, on_day date) returns text[]
        language sql stable set search_path = public as $$
        select conduct_near(a.body_id, someone, a.person_id, on_day) || array_remove(array[
          case when exists (select from application_event e
              where e.application_id = d.application_id and e.actor_person_id = someone and e.move in ('deny', 'grant'))
            or exists (select from credential_event e where e.decided_by = someone
              and e.id in (d.credential_event_id, s.register_event_id))
            or exists (select from complaint_event e where e.complaint_id = s.complaint_id
              and e.actor_person_id = someone and e.move in ('propose', 'object', 'dismiss', 'sanction'))
            or exists (select from sanction o left join sanction_event e on e.sanction_id = o.id and e.move = 'confirm'
              where o.complaint_id = s.complaint_id and someone in (o.decided_by, e.actor_person_id))
            then 'decided' end,
          case when exists (select from application_event e where e.application_id = d.application_id
              and e.actor_person_id = someone and e.move in ('claim', 'return', 'admit'))
            then 'reviewed' end,
          case when exists (select from complaint_event e where e.complaint_id = s.complaint_id and e.assignee_id = someone)
            or (deciding and exists (select from appeal_event e where e.appeal_id = a.id and e.assignee_id = someone))
            then 'handled' end,
          case when not deciding and exists (select from appeal_event e where e.appeal_id = a.id
              and e.actor_person_id = someone and e.move in ('propose', 'object')) then 'decided_here' end,
          case when exists (select from complaint_reporter r where r.complaint_id = s.complaint_id and r.person_id = someone)
            then 'reported' end
        ], null)
        from appeal a join appealable_decision d on d.id = a.decision_id left join sanction s on s.id = d.sanction_id
        where a.id = which
      $$;

      create function conduct_refuse(parent text, rules text[]) returns void language plpgsql as $$
      begin
        if cardinality(rules) > 0 then
          raise exception '% is kept from this person: %', parent, array_to_string(rules, ', ')
            using errcode = 'check_violation', constraint = parent || '_event_kept_apart';
        end if;
      end $$;

      create function complaint_event_keeps_apart() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare proposer complaint_event%rowtype;
      begin
        if new.move = 'assign' then
          perform conduct_refuse('complaint', complaint_kept_from(new.complaint_id, new.assignee_id, false, new.happened_on));
        elsif new.move in ('set_aside', 'give_notice', 'find', 'extend') then
          perform conduct_refuse('complaint', complaint_kept_from(new.complaint_id, new.actor_person_id, false, new.happened_on));
        elsif new.move in ('propose', 'object', 'dismiss', 'sanction') then
          perform conduct_refuse('complaint', complaint_kept_from(new.complaint_id, new.actor_person_id, true, new.happened_on));
        end if;
        if new.move = 'close_answers' and new.happened_on <= (select answer_by from complaint where id = new.complaint_id) then
          raise exception 'the holder still has time to answer'
            using errcode = 'check_violation', constraint = 'complaint_event_time_to_answer';
        end if;
        if new.move in ('object', 'dismiss', 'sanction') then
          select * into proposer from complaint_event
            where complaint_id = new.complaint_id and move = 'propose' order by recorded_at desc, id desc limit 1;
          if proposer.actor_person_id = new.actor_person_id then
            raise exception 'two persons decide' using errcode = 'check_violation', constraint = 'complaint_event_two_persons';
          end if;
          if new.move <> 'object' and proposer.outcome is distinct from new.outcome then
            raise exception 'another outcome was proposed'
              using errcode = 'check_violation', constraint = 'complaint_event_as_proposed';
          end if;
        end if;
        return new;
      end $$;
      create trigger complaint_event_keeps_apart before insert on complaint_event
        for each row execute function complaint_event_keeps_apart();

      create function sanction_event_keeps_apart() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare held sanction%rowtype;
      begin
        select * into held from sanction where id = new.sanction_id;
        if new.move = 'confirm' then
          if held.decided_by = new.actor_person_id then
            raise exception 'two persons decide' using errcode = 'check_violation', constraint = 'sanction_event_two_persons';
          end if;
          perform conduct_refuse('sanction', complaint_kept_from(held.complaint_id, new.actor_person_id, true, new.happened_on));
        end if;
        if new.move = 'take_effect' then
          if new.happened_on < held.effective_on then
            raise exception 'the holder still has time' using errcode = 'check_violation', constraint = 'sanction_event_after_notice';
          end if;
          if exists (select from appealable_decision d join appeal a on a.decision_id = d.id
            where d.sanction_id = held.id and a.state in ('filed', 'in_review', 'found', 'proposed')) then
            raise exception 'an appeal is open' using errcode = 'check_violation', constraint = 'sanction_event_after_appeal';
          end if;
        end if;
        return new;
      end $$;
      create trigger sanction_event_keeps_apart before insert on sanction_event
        for each row execute function sanction_event_keeps_apart();

      create function sanction_keeps_apart() returns trigger
        language plpgsql security definer set search_path = public as $$
      begin
        if new.state is distinct from (case when new.emergency then 'provisional' else 'pending' end) then
          raise exception 'a sanction begins pending, or provisional in an emergency'
            using errcode = 'check_violation', constraint = 'sanction_begins';
        end if;
        perform conduct_refuse('sanction', complaint_kept_from(new.complaint_id, new.decided_by, true, new.decided_on));
        return new;
      end $$;
      create trigger sanction_keeps_apart before insert on sanction for each row execute function sanction_keeps_apart();

      create function appeal_event_keeps_apart() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare proposer appeal_event%rowtype;
      begin
        if new.move = 'assign' then
          perform conduct_refuse('appeal', appeal_kept_from(new.appeal_id, new.assignee_id, false, new.happened_on));
        elsif new.move = 'find' then
          perform conduct_refuse('appeal', appeal_kept_from(new.appeal_id, new.actor_person_id, false, new.happened_on));
        elsif new.move in ('propose', 'object', 'uphold', 'overturn', 'send_back') then
          perform conduct_refuse('appeal', appeal_kept_from(new.appeal_id, new.actor_person_id, true, new.happened_on));
        end if;
        if new.move in ('object', 'uphold', 'overturn', 'send_back') then
          select * into proposer from appeal_event
            where appeal_id = new.appeal_id and move = 'propose' order by recorded_at desc, id desc limit 1;
          if proposer.actor_person_id = new.actor_person_id then
            raise exception 'two persons decide' using errcode = 'check_violation', constraint = 'appeal_event_two_persons';
          end if;
          if new.move <> 'object' and proposer.outcome is distinct from new.outcome then
            raise exception 'another outcome was proposed'
              using errcode = 'check_violation', constraint = 'appeal_event_as_proposed';
          end if;
        end if;
        return new;
      end $$;
      create trigger appeal_event_keeps_apart before insert on appeal_event
        for each row execute function appeal_event_keeps_apart();

      -- In time, and about one's own decision.
      create function appeal_is_in_time() returns trigger
        language plpgsql security definer set search_path = public as $$
      begin
        if not exists (
          select from appealable_decision d join organization o on o.id = d.body_id
          where d.id = new.decision_id and d.person_id = new.person_id
            and (new.created_at at time zone o.time_zone)::date <= d.file_by
        ) then
          raise exception 'the time to appeal is over, or it is another person''s decision'
            using errcode = 'check_violation', constraint = 'appeal_is_in_time';
        end if;
        return new;
      end $$;
      create trigger appeal_is_in_time before insert on appeal for each row execute function appeal_is_in_time();

      grant select on complaint_move, sanction_move, appeal_move to goodstanding_web, goodstanding_jobs;
      grant select, insert on complaint, complaint_reporter, complaint_event, sanction, sanction_event, appealable_decision,
        appeal, appeal_event, conduct_warning to goodstanding_web, goodstanding_jobs;
      grant update (decide_by, answer_by, handler_id) on complaint to goodstanding_web, goodstanding_jobs;
      grant update (register_event_id) on sanction to goodstanding_web, goodstanding_jobs;
      grant update (handler_id) on appeal to goodstanding_web, goodstanding_jobs;

      -- An appeal can open a denied application again; it is then decided anew, by others.
      insert into application_move (move, from_state, to_state) values ('reopen', 'denied', 'submitted');
      drop index application_one_decision;
      create unique index application_one_grant on application_event (application_id) where move = 'grant';
      alter table application_event add constraint application_event_reopened_by_another
        check (move <> 'reopen' or (actor_person_id is not null and actor_person_id <> person_id));
      create function application_event_decides_anew() returns trigger
        language plpgsql security definer set search_path = public as $$
      begin
        if new.move in ('grant', 'deny') and exists (
          select from application_event e where e.application_id = new.application_id
            and e.move in ('deny', 'reopen') and e.actor_person_id = new.actor_person_id
        ) then
          raise exception 'application % was decided by the same person before', new.application_id
            using errcode = 'check_violation', constraint = 'application_event_decides_anew';
        end if;
        return new;
      end $$;
      create trigger application_event_decides_anew before insert on application_event
        for each row execute function application_event_decides_anew();

      alter table case_file drop constraint case_file_kind_check, add constraint case_file_kind_check
        check (kind in ('complaint', 'appeal', 'reference', 'background', 'accommodation'));
      alter table case_file_rule drop constraint case_file_rule_kind_check, add constraint case_file_rule_kind_check
        check (kind in ('complaint', 'appeal', 'reference', 'background', 'accommodation'));

      -- What was decided before: thirty days to appeal, as the letters of then said.
      insert into appealable_decision (id, body_id, person_id, kind, scheme_version_id, application_id, decision_id,
          decided_on, file_by, created_at)
        select gen_random_uuid(), e.body_id, e.person_id, 'denial', a.scheme_version_id, a.id, e.id,
          e.happened_on, e.happened_on + 30, e.recorded_at
        from application_event e join application a on a.id = e.application_id where e.move = 'deny';
      insert into appealable_decision (id, body_id, person_id, kind, scheme_version_id, credential_event_id,
          decided_on, file_by, created_at)
        select gen_random_uuid(), e.body_id, e.person_id, case e.kind when 'revoked' then 'revocation' else 'suspension' end,
          c.scheme_version_id, e.id, d.on_day, d.on_day + 30, e.recorded_at
        from credential_event e join credential c on c.id = e.credential_id join organization o on o.id = e.body_id
        cross join lateral (select (e.recorded_at at time zone o.time_zone)::date as on_day) d
        where e.kind in ('suspended', 'revoked');
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
