import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rescoring of exams: what was ruled of an item, what it changed, and that nobody loses by it without a person's decision. Class: legal file. */
export class ExamRescoring20261122002301 implements MigrationInterface {
  readonly name = 'ExamRescoring20261122002301';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(RESCORES);
    await queryRunner.query(APPLIED);
    await queryRunner.query(PASS_DECISIONS);
    await queryRunner.query(SCORES);
    await queryRunner.query(REMARKS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const RESCORES = `
  -- One ruling about one item: for a form, or (form_id null) for every form that holds it.
  create table exam_rescore (
    id uuid primary key,
    body_id uuid not null,
    item_id uuid not null,
    version_id uuid not null,
    form_id uuid,
    -- The challenge it follows from; null where figures led to it.
    remark_id uuid,
    ruling text not null check (ruling in ('key_changed', 'keys_accepted', 'not_counted')),
    -- The keys that count, and why.
    secret_id uuid not null unique,
    proposed_by uuid not null references person,
    proposed_at timestamptz(3) not null,
    approved_by uuid references person,
    approved_at timestamptz(3),
    declined_by uuid references person,
    declined_at timestamptz(3),
    -- When the last sitting was looked at.
    applied_at timestamptz(3),
    foreign key (body_id, item_id, version_id) references bank_item_version (body_id, item_id, id),
    foreign key (body_id, form_id) references exam_form (body_id, id),
    foreign key (body_id, remark_id) references exam_remark_decision (body_id, remark_id),
    foreign key (body_id, secret_id) references exam_secret (body_id, id),
    unique (body_id, id),
    check ((approved_at is null) = (approved_by is null)),
    check ((declined_at is null) = (declined_by is null)),
    check (approved_at is null or declined_at is null),
    check (applied_at is null or approved_at is not null),
    constraint exam_rescore_second_person check (approved_by <> proposed_by)
  );
  create unique index exam_rescore_proposed on exam_rescore (version_id) where approved_at is null and declined_at is null;
  create index exam_rescore_body on exam_rescore (body_id, proposed_at desc, id desc);
  create index exam_rescore_approved on exam_rescore (version_id) where approved_at is not null;

  create function exam_rescore_is_frozen() returns trigger language plpgsql as $$
  declare settled text[] := '{approved_by,approved_at,declined_by,declined_at,applied_at}';
  begin
    if tg_op = 'UPDATE' then
      if to_jsonb(new) - settled = to_jsonb(old) - settled
         and (old.approved_at is null or (new.approved_at, new.approved_by) = (old.approved_at, old.approved_by))
         and (old.declined_at is null or (new.declined_at, new.declined_by) = (old.declined_at, old.declined_by))
         and (old.applied_at is null or new.applied_at = old.applied_at) then
        return new;
      end if;
    end if;
    raise exception 'a rescore keeps what was proposed and how it was settled' using errcode = 'restrict_violation';
  end $$;
  create trigger exam_rescore_is_frozen before update or delete on exam_rescore
    for each row execute function exam_rescore_is_frozen();

  -- The key of a form from an approval on, with the cut that belongs to it. The highest number holds.
  create table exam_rescore_form (
    rescore_id uuid not null,
    form_id uuid not null,
    body_id uuid not null,
    number integer not null check (number >= 1),
    scored_items integer not null check (scored_items >= 1),
    cut_numerator bigint not null check (cut_numerator > 0),
    cut_denominator bigint not null check (cut_denominator > 0),
    recorded_at timestamptz(3) not null,
    primary key (rescore_id, form_id),
    unique (form_id, number),
    foreign key (body_id, rescore_id) references exam_rescore (body_id, id),
    foreign key (body_id, form_id) references exam_form (body_id, id),
    check (cut_numerator <= scored_items * cut_denominator)
  );
  create trigger exam_rescore_form_is_append_only before update or delete or truncate on exam_rescore_form
    for each statement execute function forbid_change();

  grant select, insert on exam_rescore, exam_rescore_form to goodstanding_web, goodstanding_jobs;
  grant update (approved_by, approved_at, declined_by, declined_at) on exam_rescore to goodstanding_web;
  grant update (applied_at) on exam_rescore to goodstanding_jobs;
`;

const APPLIED = `
  -- What a rescore found of a sitting, and what came of it: each once.
  create table exam_rescore_sitting (
    rescore_id uuid not null,
    sitting_id uuid not null,
    body_id uuid not null,
    person_id uuid not null references person,
    outcome text not null check (outcome in ('same', 'raised', 'passes_now', 'score_kept', 'pass_kept')),
    old_parts integer not null,
    old_possible integer not null,
    old_scaled integer not null,
    old_passed boolean not null,
    new_parts integer not null,
    new_possible integer not null,
    new_scaled integer not null,
    new_passed boolean not null,
    recorded_at timestamptz(3) not null,
    primary key (rescore_id, sitting_id),
    foreign key (body_id, rescore_id) references exam_rescore (body_id, id),
    foreign key (body_id, sitting_id) references sitting (body_id, id),
    check ((outcome = 'pass_kept') = (old_passed and not new_passed)),
    check ((outcome = 'passes_now') = (new_passed and not old_passed))
  );
  create index exam_rescore_sitting_of on exam_rescore_sitting (sitting_id);
  create trigger exam_rescore_sitting_is_append_only before update or delete or truncate on exam_rescore_sitting
    for each statement execute function forbid_change();
  grant select, insert on exam_rescore_sitting to goodstanding_web, goodstanding_jobs;
`;

const PASS_DECISIONS = `
  -- Whether one person's pass stays, after a rescore by which they would not pass: two persons, with notice.
  create table exam_pass_decision (
    id uuid primary key,
    body_id uuid not null,
    person_id uuid not null references person,
    rescore_id uuid not null,
    sitting_id uuid not null,
    secret_id uuid not null unique,
    proposed_by uuid not null references person,
    proposed_at timestamptz(3) not null,
    -- Until then the person can answer; nothing is decided against them before.
    answer_until timestamptz(3) not null,
    outcome text check (outcome in ('withdrawn', 'kept')),
    decided_by uuid references person,
    decided_at timestamptz(3),
    foreign key (rescore_id, sitting_id) references exam_rescore_sitting (rescore_id, sitting_id),
    foreign key (body_id, sitting_id) references sitting (body_id, id),
    foreign key (body_id, secret_id) references exam_secret (body_id, id),
    unique (body_id, id),
    -- Fourteen whole days, which may hold an hour less where clocks go forward.
    check (answer_until >= proposed_at + interval '14 days' - interval '1 hour'),
    check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)),
    constraint exam_pass_decision_after_notice check (outcome <> 'withdrawn' or decided_at > answer_until),
    constraint exam_pass_decision_second_person check (outcome <> 'withdrawn' or decided_by <> proposed_by),
    constraint exam_pass_decision_not_own check (proposed_by <> person_id and decided_by <> person_id)
  );
  create unique index exam_pass_decision_open on exam_pass_decision (sitting_id) where outcome is null;
  create unique index exam_pass_decision_once on exam_pass_decision (rescore_id, sitting_id);

  create function exam_pass_decision_fits() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      if exists (select from exam_rescore_sitting r where r.rescore_id = new.rescore_id and r.sitting_id = new.sitting_id
          and r.person_id = new.person_id and r.outcome = 'pass_kept') and new.outcome is null then
        return new;
      end if;
      raise exception 'a pass is looked at where a rescore would not give it' using errcode = 'check_violation';
    end if;
    if tg_op = 'UPDATE' then
      if old.outcome is null
         and to_jsonb(new) - '{outcome,decided_by,decided_at}'::text[] = to_jsonb(old) - '{outcome,decided_by,decided_at}'::text[] then
        return new;
      end if;
    end if;
    raise exception 'a decision about a pass is made once' using errcode = 'restrict_violation';
  end $$;
  create trigger exam_pass_decision_fits before insert or update or delete on exam_pass_decision
    for each row execute function exam_pass_decision_fits();

  grant select, insert on exam_pass_decision to goodstanding_web;
  grant select on exam_pass_decision to goodstanding_jobs;
  grant update (outcome, decided_by, decided_at) on exam_pass_decision to goodstanding_web;
`;

const SCORES = `
  -- The result of a sitting after its first one, which is in sitting_result: the highest number holds.
  create table sitting_score (
    sitting_id uuid not null,
    number integer not null check (number >= 2),
    body_id uuid not null,
    person_id uuid not null references person,
    earned_parts integer not null check (earned_parts >= 0),
    possible_parts integer not null check (possible_parts >= earned_parts),
    scaled_score integer not null check (scaled_score >= 0),
    passed boolean not null,
    domains jsonb not null,
    rescore_id uuid not null,
    -- Only a decision about this one pass makes a result lower.
    pass_decision_id uuid unique,
    exam_result_id uuid not null references exam_result,
    fact_id uuid not null,
    recorded_at timestamptz(3) not null,
    primary key (sitting_id, number),
    foreign key (body_id, sitting_id) references sitting (body_id, id),
    foreign key (body_id, rescore_id) references exam_rescore (body_id, id),
    foreign key (body_id, pass_decision_id) references exam_pass_decision (body_id, id),
    foreign key (person_id, fact_id) references fact (person_id, id)
  );
  create trigger sitting_score_is_append_only before update or delete or truncate on sitting_score
    for each statement execute function forbid_change();

  -- The result of a sitting that holds now.
  create function current_result(sitting uuid)
    returns table (number integer, earned_parts integer, possible_parts integer, scaled_score integer, passed boolean,
      domains jsonb, exam_result_id uuid, fact_id uuid)
    language sql stable as $$
    (select s.number, s.earned_parts, s.possible_parts, s.scaled_score, s.passed, s.domains, s.exam_result_id, s.fact_id
       from sitting_score s where s.sitting_id = sitting
     union all
     select 1, r.earned_parts, r.possible_parts, r.scaled_score, r.passed, r.domains, r.exam_result_id, r.fact_id
       from sitting_result r where r.sitting_id = sitting)
    order by 1 desc limit 1
  $$;

  create function sitting_score_follows() returns trigger language plpgsql as $$
  declare before record;
  begin
    perform from sitting where id = new.sitting_id and person_id = new.person_id for update;
    if not found then
      raise exception 'a score is of the person who sat' using errcode = 'foreign_key_violation';
    end if;
    select * into before from current_result(new.sitting_id);
    if before.number is null or new.number <> before.number + 1 then
      raise exception 'a score follows the one before it' using errcode = 'check_violation', constraint = 'sitting_score_in_order';
    end if;
    if (before.passed and not new.passed) or (before.passed = new.passed and new.scaled_score < before.scaled_score) then
      if not exists (select from exam_pass_decision d where d.id = new.pass_decision_id and d.sitting_id = new.sitting_id
          and d.outcome = 'withdrawn') then
        raise exception 'nobody loses by a rescore without a decision about them'
          using errcode = 'check_violation', constraint = 'sitting_score_nobody_loses';
      end if;
    elsif new.pass_decision_id is not null then
      raise exception 'this decision changes nothing' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger sitting_score_follows before insert on sitting_score
    for each row execute function sitting_score_follows();

  grant select, insert on sitting_score to goodstanding_web, goodstanding_jobs;
`;

const REMARKS = `
  -- A remark is of the person who sat, about an exam that is over, in the days that its exam gives; an answer while a pass is looked at.
  create function exam_remark_fits() returns trigger
    language plpgsql security definer set search_path = public as $$
  declare
    sat sitting%rowtype;
    open_until timestamptz;
  begin
    select * into sat from sitting where id = new.sitting_id;
    if sat.person_id <> new.person_id or sat.state not in ('submitted', 'time_up') then
      raise exception 'a remark is about an own sitting that is over' using errcode = 'check_violation';
    end if;
    if new.kind = 'answer' then
      if exists (select from exam_pass_decision d where d.sitting_id = sat.id and d.outcome is null) then
        return new;
      end if;
      raise exception 'no pass is looked at' using errcode = 'check_violation';
    end if;
    select ((sat.closed_at at time zone o.time_zone)::date + e.challenge_days + 1)::timestamp at time zone o.time_zone
      into open_until
      from exam e join organization o on o.id = e.body_id where e.id = sat.exam_id;
    if new.created_at >= open_until then
      raise exception 'the days for it are over' using errcode = 'check_violation', constraint = 'exam_remark_in_time';
    end if;
    if new.kind = 'challenge' and not exists (select from exam_form_item i
        where i.form_id = sat.form_id and i.place = new.place and i.version_id = new.version_id) then
      raise exception 'no such place in this sitting' using errcode = 'foreign_key_violation';
    end if;
    return new;
  end $$;
  create trigger exam_remark_fits before insert on exam_remark
    for each row execute function exam_remark_fits();
`;
