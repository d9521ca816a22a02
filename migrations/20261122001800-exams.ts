import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exams of certifying bodies: what one is, its frozen forms, sittings, and every answer with its version. Class: legal file. */
export class Exams20261122001800 implements MigrationInterface {
  readonly name = 'Exams20261122001800';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(EXAMS);
    await queryRunner.query(FORMS);
    await queryRunner.query(SITTINGS);
    await queryRunner.query(STATES);
    await queryRunner.query(ANSWERS);
    await queryRunner.query(RESULTS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const EXAMS = `
  -- What people confirm before they sit, by the hash of its words: a sitting names the very text.
  create table exam_text (
    id text primary key check (id ~ '^[0-9a-f]{64}$'),
    body text not null check (char_length(body) between 1 and 10000),
    created_at timestamptz(3) not null
  );
  create trigger exam_text_is_append_only before update or delete or truncate on exam_text
    for each statement execute function forbid_change();

  -- An exam for ever as it was set up; other rules are another exam.
  create table exam (
    id uuid primary key,
    body_id uuid not null references organization,
    scheme_code text not null check (char_length(scheme_code) between 1 and 60),
    title text not null check (char_length(title) between 1 and 200),
    minutes_allowed integer not null check (minutes_allowed between 1 and 480),
    blueprint jsonb not null,
    study_id uuid not null,
    scale_min integer not null check (scale_min >= 0),
    scale_max integer not null,
    scale_pass integer not null,
    identity_text_id text not null references exam_text,
    nondisclosure_text_id text not null references exam_text,
    created_by uuid not null references person,
    created_at timestamptz(3) not null,
    foreign key (body_id, study_id) references angoff_study (body_id, id),
    unique (body_id, id),
    check (scale_min < scale_pass and scale_pass <= scale_max)
  );
  create index exam_scheme on exam (body_id, scheme_code, created_at desc);
  create trigger exam_is_append_only before update or delete or truncate on exam
    for each statement execute function forbid_change();

  grant select, insert on exam_text, exam to goodstanding_web, goodstanding_jobs;
`;

const FORMS = `
  create table exam_form (
    id uuid primary key,
    body_id uuid not null,
    exam_id uuid not null,
    -- Counted from 1 within the exam.
    number integer not null check (number >= 1),
    seed bigint not null check (seed between 0 and 4294967295),
    scored_items integer not null check (scored_items >= 1),
    -- The cut score of the study for the scored items of this form, in items, exact and in lowest terms.
    cut_numerator bigint not null check (cut_numerator > 0),
    cut_denominator bigint not null check (cut_denominator > 0),
    made_by uuid not null references person,
    made_at timestamptz(3) not null,
    approved_by uuid references person,
    approved_at timestamptz(3),
    withdrawn_by uuid references person,
    withdrawn_at timestamptz(3),
    foreign key (body_id, exam_id) references exam (body_id, id),
    unique (body_id, id),
    unique (exam_id, number),
    check (cut_numerator <= scored_items * cut_denominator),
    check ((approved_at is null) = (approved_by is null)),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    constraint exam_form_second_person check (approved_by <> made_by)
  );

  create function exam_form_is_frozen() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' then
      if to_jsonb(new) - '{approved_by,approved_at,withdrawn_by,withdrawn_at}'::text[]
           = to_jsonb(old) - '{approved_by,approved_at,withdrawn_by,withdrawn_at}'::text[]
         and (old.approved_at is null or (new.approved_at = old.approved_at and new.approved_by = old.approved_by))
         and (old.withdrawn_at is null or (new.withdrawn_at = old.withdrawn_at and new.withdrawn_by = old.withdrawn_by)) then
        return new;
      end if;
    end if;
    raise exception 'a form is frozen' using errcode = 'restrict_violation';
  end $$;
  create trigger exam_form_is_frozen before update or delete on exam_form
    for each row execute function exam_form_is_frozen();

  -- The lines of a form. They come from the item bank and from nowhere else: the foreign key has no other table.
  create table exam_form_item (
    body_id uuid not null,
    form_id uuid not null,
    place integer not null check (place >= 1),
    version_id uuid not null,
    item_id uuid not null,
    kind text not null check (kind in ('single', 'multiple', 'ordering')),
    exam_domain text not null,
    competency text not null,
    is_pretest boolean not null,
    option_order text[] not null check (cardinality(option_order) between 2 and 10),
    primary key (form_id, version_id),
    unique (form_id, place),
    -- Two versions of one item never stand together.
    unique (form_id, item_id),
    foreign key (body_id, form_id) references exam_form (body_id, id),
    foreign key (body_id, item_id, version_id) references bank_item_version (body_id, item_id, id)
  );
  create trigger exam_form_item_is_append_only before update or delete or truncate on exam_form_item
    for each statement execute function forbid_change();

  create function exam_form_item_fits() returns trigger
    language plpgsql security definer set search_path = public as $$
  begin
    perform refuse_question_of_course((select v.fingerprint from bank_item_version v where v.id = new.version_id));
    if exists (
      select from bank_item_enemy e
      join exam_form_item i on i.form_id = new.form_id
        and i.item_id = case when e.low_id = new.item_id then e.high_id else e.low_id end
      where new.item_id in (e.low_id, e.high_id) and e.ended_at is null
    ) then
      raise exception 'these items never stand in one form'
        using errcode = 'check_violation', constraint = 'exam_form_item_no_enemies';
    end if;
    return null;
  end $$;
  create trigger exam_form_item_fits after insert on exam_form_item
    for each row execute function exam_form_item_fits();

  grant select, insert on exam_form, exam_form_item to goodstanding_web, goodstanding_jobs;
  grant update (approved_by, approved_at, withdrawn_by, withdrawn_at) on exam_form to goodstanding_web;
`;

const SITTINGS = `
  create table sitting (
    id uuid primary key,
    body_id uuid not null,
    person_id uuid not null references person,
    exam_id uuid not null,
    form_id uuid not null,
    application_id uuid not null,
    authorisation_id uuid not null,
    state text not null default 'open' check (state in ('open', 'submitted', 'time_up', 'voided')),
    started_at timestamptz(3) not null,
    -- What the person is allowed, with their accommodations.
    minutes_allowed integer not null check (minutes_allowed >= 1),
    outage_minutes integer not null default 0 check (outage_minutes >= 0),
    deadline_at timestamptz(3) not null check (deadline_at > started_at),
    -- What was applied, never why.
    accommodations jsonb not null,
    identity_text_id text not null references exam_text,
    nondisclosure_text_id text not null references exam_text,
    closed_at timestamptz(3) check (closed_at >= started_at),
    created_at timestamptz(3) not null,
    foreign key (body_id, exam_id) references exam (body_id, id),
    foreign key (body_id, form_id) references exam_form (body_id, id),
    foreign key (body_id, application_id) references application (body_id, id),
    foreign key (body_id, authorisation_id) references exam_authorisation (body_id, id),
    unique (body_id, id),
    check ((state = 'open') = (closed_at is null))
  );
  -- One open sitting at a time for each person and exam: two presses on "Start" are one sitting.
  create unique index sitting_open on sitting (person_id, exam_id) where state = 'open';
  create index sitting_exam on sitting (exam_id, started_at desc);
  create index sitting_form on sitting (form_id);
  create index sitting_person on sitting (person_id, started_at desc);
  grant select, insert on sitting to goodstanding_web, goodstanding_jobs;
  -- To hold a row (for share, for update) needs a right to change something of it; the trigger below keeps even that as it is.
  grant update (created_at) on sitting to goodstanding_web, goodstanding_jobs;
`;

const STATES = `
  -- The moves of modules/exams/domain/sitting-state.ts.
  create table sitting_move (
    move text not null,
    from_state text not null,
    to_state text not null,
    primary key (move, from_state, to_state)
  );
  insert into sitting_move (move, from_state, to_state) values
    ('submit', 'open', 'submitted'),
    ('run_out', 'open', 'time_up'),
    ('void', 'open', 'voided');

  create table sitting_event (
    id uuid primary key,
    body_id uuid not null,
    sitting_id uuid not null,
    move text not null,
    from_state text not null,
    to_state text not null,
    reason text check (reason in ('identity', 'disturbance', 'technical', 'left', 'conduct', 'wrong_form')),
    actor_id uuid references person,
    -- When it took effect: a sitting that ran out ended at its deadline, however late that is written down.
    happened_at timestamptz(3) not null,
    recorded_at timestamptz(3) not null,
    foreign key (body_id, sitting_id) references sitting (body_id, id),
    foreign key (move, from_state, to_state) references sitting_move,
    check ((move = 'void') = (reason is not null))
  );
  create index sitting_event_of on sitting_event (sitting_id);
  create trigger sitting_event_is_append_only before update or delete or truncate on sitting_event
    for each statement execute function forbid_change();

  -- Time given back after an outage.
  create table sitting_outage (
    id uuid primary key,
    body_id uuid not null,
    sitting_id uuid not null,
    minutes integer not null check (minutes between 1 and 240),
    reason text not null check (reason in ('power', 'network', 'server', 'building', 'device', 'other')),
    given_by uuid not null references person,
    recorded_at timestamptz(3) not null,
    foreign key (body_id, sitting_id) references sitting (body_id, id)
  );
  create index sitting_outage_of on sitting_outage (sitting_id);
  create trigger sitting_outage_is_append_only before update or delete or truncate on sitting_outage
    for each statement execute function forbid_change();

  -- State and deadline have no other writers than these two, under a lock.
  create function sitting_follows_event() returns trigger
    language plpgsql security definer set search_path = public as $$
  declare current text;
  begin
    select state into current from sitting where id = new.sitting_id for update;
    if current <> new.from_state then
      raise exception 'sitting % is %, not %', new.sitting_id, current, new.from_state
        using errcode = 'check_violation', constraint = 'sitting_event_starts_at_state';
    end if;
    update sitting set state = new.to_state, closed_at = new.happened_at where id = new.sitting_id;
    return null;
  end $$;
  create trigger sitting_follows_event after insert on sitting_event
    for each row execute function sitting_follows_event();

  create function sitting_follows_outage() returns trigger
    language plpgsql security definer set search_path = public as $$
  begin
    update sitting set outage_minutes = outage_minutes + new.minutes,
        deadline_at = deadline_at + make_interval(mins => new.minutes)
      where id = new.sitting_id and state = 'open';
    if not found then
      raise exception 'sitting % is over', new.sitting_id
        using errcode = 'check_violation', constraint = 'sitting_outage_while_open';
    end if;
    return null;
  end $$;
  create trigger sitting_follows_outage after insert on sitting_outage
    for each row execute function sitting_follows_outage();

  create function sitting_is_kept() returns trigger language plpgsql as $$
  begin
    if old.state <> 'open' then
      raise exception 'a sitting that is over never changes' using errcode = 'restrict_violation';
    end if;
    if to_jsonb(new) - '{state,closed_at,outage_minutes,deadline_at}'::text[]
        <> to_jsonb(old) - '{state,closed_at,outage_minutes,deadline_at}'::text[] then
      raise exception 'a sitting keeps its form, its person and its texts' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger sitting_is_kept before update on sitting for each row execute function sitting_is_kept();

  grant select on sitting_move to goodstanding_web, goodstanding_jobs;
  grant select, insert on sitting_event, sitting_outage to goodstanding_web, goodstanding_jobs;
`;

const ANSWERS = `
  -- The newest answer to each question, with the version that was asked. A row is only ever replaced by a higher revision.
  create table sitting_answer (
    sitting_id uuid not null references sitting,
    version_id uuid not null,
    revision integer not null check (revision between 1 and 1000000),
    answer jsonb not null,
    flagged boolean not null default false,
    saved_at timestamptz(3) not null,
    primary key (sitting_id, version_id)
  ) with (fillfactor = 70);
  create index sitting_answer_version on sitting_answer (version_id);

  -- Seconds after the end in which an answer still arrives that was on its way: modules/exams/domain/timing.ts.
  create function sitting_grace() returns interval language sql immutable as $$ select interval '10 seconds' $$;

  create function sitting_answer_fits() returns trigger language plpgsql as $$
  declare
    sat sitting%rowtype;
  begin
    if tg_op = 'UPDATE' then
      if new.revision <= old.revision then
        raise exception 'an older answer never replaces a newer one' using errcode = 'check_violation';
      end if;
    end if;
    select * into sat from sitting where id = new.sitting_id;
    if sat.state <> 'open' or new.saved_at >= sat.deadline_at + sitting_grace() then
      raise exception 'an answer is saved while its sitting is open' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'INSERT' then
      if not exists (select from exam_form_item i where i.form_id = sat.form_id and i.version_id = new.version_id) then
        raise exception 'version % is not asked in this sitting', new.version_id using errcode = 'foreign_key_violation';
      end if;
    end if;
    return new;
  end $$;
  create trigger sitting_answer_fits before insert or update on sitting_answer
    for each row execute function sitting_answer_fits();

  grant select, insert on sitting_answer to goodstanding_web, goodstanding_jobs;
  grant update (revision, answer, flagged, saved_at) on sitting_answer to goodstanding_web;
`;

const RESULTS = `
  -- What came of a sitting. Correctness follows from the answers and the versions; this is what was told and recorded.
  create table sitting_result (
    sitting_id uuid primary key,
    body_id uuid not null,
    person_id uuid not null references person,
    -- In parts of 2,520 a question (modules/quizzes/domain/scoring.ts), pretest items left out.
    earned_parts integer not null check (earned_parts >= 0),
    possible_parts integer not null check (possible_parts >= earned_parts),
    scaled_score integer not null check (scaled_score >= 0),
    passed boolean not null,
    -- Whole percent by exam domain.
    domains jsonb not null,
    -- The result in the person's application, and the fact it is.
    exam_result_id uuid not null references exam_result,
    fact_id uuid not null,
    recorded_at timestamptz(3) not null,
    foreign key (body_id, sitting_id) references sitting (body_id, id),
    foreign key (person_id, fact_id) references fact (person_id, id)
  );
  create trigger sitting_result_is_append_only before update or delete or truncate on sitting_result
    for each statement execute function forbid_change();
  grant select, insert on sitting_result to goodstanding_web, goodstanding_jobs;

  -- An exam that the product scores has no registrar who copied it, and may end while nobody is there.
  alter table exam_result alter column recorded_by drop not null;
  alter table exam_authorisation_event alter column actor_person_id drop not null;
`;
