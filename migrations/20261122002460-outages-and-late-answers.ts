import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Interruptions of a sitting, answers that came after its end, and letting one that is over not count. Class: legal file. */
export class OutagesAndLateAnswers20261122002460 implements MigrationInterface {
  readonly name = 'OutagesAndLateAnswers20261122002460';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(OUTAGES);
    await queryRunner.query(LATE_ANSWERS);
    await queryRunner.query(VOIDS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const OUTAGES = `
  -- The most minutes that the rule gives back in one sitting; 0: a person decides about each.
  alter table exam add column outage_minutes integer not null default 15 check (outage_minutes between 0 and 120);

  -- When the page of a sitting was heard last. Only the newest is of use.
  create table sitting_contact (
    sitting_id uuid primary key references sitting,
    heard_at timestamptz(3) not null
  ) with (fillfactor = 70);
  grant select, insert on sitting_contact to goodstanding_web, goodstanding_jobs;
  grant update (heard_at) on sitting_contact to goodstanding_web;

  -- By rule nobody gives it: what stands there instead is when the page was heard last.
  alter table sitting_outage alter column given_by drop not null,
    add column silent_from timestamptz(3),
    add constraint sitting_outage_by_somebody_or_rule check ((given_by is null) = (silent_from is not null)),
    add constraint sitting_outage_by_rule_is_network check (given_by is not null or reason = 'network');

  create or replace function sitting_follows_outage() returns trigger
    language plpgsql security definer set search_path = public as $$
  begin
    update sitting set outage_minutes = outage_minutes + new.minutes,
        deadline_at = deadline_at + make_interval(mins => new.minutes)
      where id = new.sitting_id and state = 'open';
    if not found then
      raise exception 'sitting % is over', new.sitting_id
        using errcode = 'check_violation', constraint = 'sitting_outage_while_open';
    end if;
    -- Under the lock of the sitting, so that two at a time cannot both fit.
    if new.given_by is null and (select sum(o.minutes) from sitting_outage o where o.sitting_id = new.sitting_id and o.given_by is null)
        > (select e.outage_minutes from sitting s join exam e on e.id = s.exam_id where s.id = new.sitting_id) then
      raise exception 'the rule gives no more time back in sitting %', new.sitting_id
        using errcode = 'check_violation', constraint = 'sitting_outage_within_rule';
    end if;
    return null;
  end $$;
`;

const LATE_ANSWERS = `
  -- Hours after its end in which a sitting takes late answers: modules/exams/domain/outages.ts.
  create function late_answers_until(sitting uuid) returns timestamptz language sql stable as $$
    select coalesce(s.closed_at, s.deadline_at) + interval '72 hours' from sitting s where s.id = sitting
  $$;

  -- Answers that a device handed over after the end: kept apart and sealed, counted nowhere.
  create table sitting_late_answer (
    id uuid primary key,
    body_id uuid not null,
    person_id uuid not null references person,
    sitting_id uuid not null,
    answers integer not null check (answers between 1 and 500),
    -- By the word of the device.
    first_given_at timestamptz(3) not null,
    last_given_at timestamptz(3) not null check (last_given_at >= first_given_at),
    secret_id uuid not null unique,
    received_at timestamptz(3) not null,
    foreign key (body_id, sitting_id) references sitting (body_id, id),
    foreign key (body_id, secret_id) references exam_secret (body_id, id)
  );
  create index sitting_late_answer_of on sitting_late_answer (sitting_id);
  create trigger sitting_late_answer_is_append_only before update or delete or truncate on sitting_late_answer
    for each statement execute function forbid_change();

  create function sitting_late_answer_fits() returns trigger
    language plpgsql security definer set search_path = public as $$
  begin
    perform from sitting s where s.id = new.sitting_id and s.person_id = new.person_id
      and (s.state <> 'open' or new.received_at >= s.deadline_at + sitting_grace())
      and new.received_at <= late_answers_until(s.id);
    if not found then
      raise exception 'sitting % takes no late answers of this person now', new.sitting_id
        using errcode = 'check_violation', constraint = 'sitting_late_answer_fits';
    end if;
    return new;
  end $$;
  create trigger sitting_late_answer_fits before insert on sitting_late_answer
    for each row execute function sitting_late_answer_fits();

  grant select, insert on sitting_late_answer to goodstanding_web, goodstanding_jobs;
`;

const VOIDS = `
  -- Somebody of the room proposes that a sitting that is over does not count; somebody else settles it.
  create table sitting_void_proposal (
    id uuid primary key,
    body_id uuid not null,
    person_id uuid not null references person,
    sitting_id uuid not null,
    reason text not null check (reason in ('identity', 'disturbance', 'technical', 'left', 'conduct', 'wrong_form')),
    proposed_by uuid not null references person,
    proposed_at timestamptz(3) not null,
    outcome text check (outcome in ('agreed', 'declined')),
    settled_by uuid references person,
    settled_at timestamptz(3) check (settled_at >= proposed_at),
    foreign key (body_id, sitting_id) references sitting (body_id, id),
    check ((outcome is null) = (settled_by is null) and (outcome is null) = (settled_at is null)),
    constraint sitting_void_second_person check (settled_by <> proposed_by),
    constraint sitting_void_not_own check (person_id <> proposed_by and person_id <> settled_by)
  );
  create index sitting_void_proposal_of on sitting_void_proposal (sitting_id, proposed_at desc);
  create unique index sitting_void_proposal_waits on sitting_void_proposal (sitting_id) where outcome is null;

  create function sitting_void_proposal_is_kept() returns trigger language plpgsql as $$
  declare settling text[] := '{outcome,settled_by,settled_at}';
  begin
    if tg_op = 'UPDATE' then
      if old.outcome is null and to_jsonb(new) - settling = to_jsonb(old) - settling then
        return new;
      end if;
    end if;
    raise exception 'a proposal is settled once' using errcode = 'restrict_violation';
  end $$;
  create trigger sitting_void_proposal_is_kept before update or delete on sitting_void_proposal
    for each row execute function sitting_void_proposal_is_kept();

  grant select, insert on sitting_void_proposal to goodstanding_web, goodstanding_jobs;
  grant update (outcome, settled_by, settled_at) on sitting_void_proposal to goodstanding_web;

  insert into sitting_move (move, from_state, to_state) values
    ('void_after', 'submitted', 'voided'),
    ('void_after', 'time_up', 'voided');
  alter table sitting_event drop constraint sitting_event_check,
    add constraint sitting_event_has_reason check ((move in ('void', 'void_after')) = (reason is not null));

  create or replace function sitting_follows_event() returns trigger
    language plpgsql security definer set search_path = public as $$
  declare current text;
  begin
    select state into current from sitting where id = new.sitting_id for update;
    if current <> new.from_state then
      raise exception 'sitting % is %, not %', new.sitting_id, current, new.from_state
        using errcode = 'check_violation', constraint = 'sitting_event_starts_at_state';
    end if;
    if new.move = 'void_after' then
      if (select c.passed from current_result(new.sitting_id) c) then
        raise exception 'nobody loses a pass by this' using errcode = 'check_violation', constraint = 'sitting_void_keeps_passes';
      end if;
      if not exists (select from sitting_void_proposal p where p.sitting_id = new.sitting_id and p.outcome = 'agreed'
          and p.settled_by = new.actor_id) then
        raise exception 'two people let a sitting that is over not count'
          using errcode = 'check_violation', constraint = 'sitting_void_after_by_two';
      end if;
    end if;
    -- When it ended stays as it was.
    update sitting set state = new.to_state, closed_at = coalesce(closed_at, new.happened_at) where id = new.sitting_id;
    return null;
  end $$;

  create or replace function sitting_is_kept() returns trigger language plpgsql as $$
  declare
    moving text[] := '{state,closed_at,outage_minutes,deadline_at,break_until,break_seconds}';
  begin
    if old.state <> 'open' then
      if old.state in ('submitted', 'time_up') and new.state = 'voided' and to_jsonb(new) - 'state' = to_jsonb(old) - 'state' then
        return new;
      end if;
      raise exception 'a sitting that is over never changes' using errcode = 'restrict_violation';
    end if;
    if to_jsonb(new) - moving <> to_jsonb(old) - moving then
      raise exception 'a sitting keeps its form, its person and its texts' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;

  -- A result that certification counts no more, with the fact that takes its fact back.
  create table exam_result_withdrawal (
    exam_result_id uuid primary key references exam_result,
    body_id uuid not null,
    person_id uuid not null references person,
    fact_id uuid not null,
    withdrawn_by uuid not null references person,
    withdrawn_at timestamptz(3) not null,
    foreign key (person_id, fact_id) references fact (person_id, id),
    check (withdrawn_by <> person_id)
  );
  create trigger exam_result_withdrawal_is_append_only before update or delete or truncate on exam_result_withdrawal
    for each statement execute function forbid_change();
  grant select, insert on exam_result_withdrawal to goodstanding_web, goodstanding_jobs;
`;
