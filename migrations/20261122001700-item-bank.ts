import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The item bank of a certifying body: roles kept apart from teaching, sealed items, their states, who saw what, and their numbers. */
export class ItemBank20261122001700 implements MigrationInterface {
  readonly name = 'ItemBank20261122001700';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ROLES);
    await queryRunner.query(FINGERPRINTS);
    await queryRunner.query(ITEMS);
    await queryRunner.query(STATES);
    await queryRunner.query(NUMBERS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const ROLES = `
  alter table membership drop constraint membership_check1;
  alter table membership add constraint membership_role_of_kind check (
    (organization_kind = 'certifying-body' and role in ('administrator', 'reviewer', 'decider', 'registrar',
      'item-author', 'item-reviewer', 'psychometrician', 'item-judge'))
    or (organization_kind = 'employer' and role = 'roster-manager')
    or (organization_kind = 'training-provider' and role = 'instructor')
  );

  create index fact_course_voucher on fact (voucher_person_id) where voucher_method = 'course';

  -- What keeps somebody away from the items of a body: that they instruct somewhere, or that a course was vouched for by them,
  -- now or within the months for which the body keeps people apart. Null where nothing does.
  create function teaches_somebody(person uuid, body uuid, at timestamptz) returns text
    language sql stable security definer set search_path = public as $$
    with period as (
      select at - make_interval(months => body_setting_of(body, 'kept_apart_months', 24)) as since
    )
    select case
      when exists (
        select from membership m, period
        where m.person_id = person and m.role = 'instructor' and (m.until_at is null or m.until_at > since)
      ) then 'instructs'
      when exists (
        select from fact f, period
        where f.voucher_person_id = person and f.voucher_method = 'course'
          and (f.recorded_at > since or f.occurred_on > since::date)
      ) then 'trained'
    end
  $$;

  -- Whether somebody works in a bank, or did within the months of that body.
  create function works_in_item_bank(person uuid, at timestamptz) returns boolean
    language sql stable security definer set search_path = public as $$
    select exists (
      select from membership m
      where m.person_id = person and m.role in ('item-author', 'item-reviewer', 'psychometrician', 'item-judge')
        and (m.until_at is null
          or m.until_at > at - make_interval(months => body_setting_of(m.organization_id, 'kept_apart_months', 24)))
    )
  $$;

  create function membership_keeps_items_apart() returns trigger
    language plpgsql security definer set search_path = public as $$
  declare
    why text;
  begin
    -- Both at the same moment: the second waits here and then sees the first.
    perform pg_advisory_xact_lock(hashtextextended('item-bank:' || new.person_id, 0));
    if new.role = 'instructor' and works_in_item_bank(new.person_id, new.created_at) then
      raise exception 'who works in an item bank is no instructor'
        using errcode = 'check_violation', constraint = 'membership_instructor_in_bank';
    end if;
    if new.role in ('item-author', 'item-reviewer', 'psychometrician', 'item-judge') then
      why := teaches_somebody(new.person_id, new.organization_id, new.created_at);
      if why is not null then
        raise exception 'who teaches does not work in an item bank: %', why
          using errcode = 'check_violation', constraint = 'membership_bank_' || why;
      end if;
    end if;
    return new;
  end $$;
  create trigger membership_keeps_items_apart before insert on membership
    for each row when (new.role in ('instructor', 'item-author', 'item-reviewer', 'psychometrician', 'item-judge'))
    execute function membership_keeps_items_apart();
`;

/** The same as modules/item-bank/domain/fingerprint.ts; a spec holds the two against each other. */
const FINGERPRINTS = `
  create function item_words(words text) returns text language sql immutable as $$
    select btrim(regexp_replace(
      translate(normalize(words, NFKC), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'),
      '[ \\t\\r\\n\\f\\v]+', ' ', 'g'), ' ')
  $$;
  create function item_fingerprint(stem text, options text[]) returns text language sql immutable as $$
    select encode(sha256(convert_to(array_to_string(array_prepend(item_words(stem),
      (select coalesce(array_agg(item_words(o) order by item_words(o) collate "C"), '{}') from unnest(options) o)), E'\\n'),
      'UTF8')), 'hex')
  $$;

  -- Every question that a course ever asked, so that none of them can be one of a certification.
  create table quiz_item_fingerprint (
    fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
    quiz_version_id text not null references quiz_version,
    item_code text not null,
    created_at timestamptz(3) not null
  );
  create trigger quiz_item_fingerprint_is_append_only before update or delete or truncate on quiz_item_fingerprint
    for each statement execute function forbid_change();

  create function quiz_version_leaves_fingerprints() returns trigger
    language plpgsql security definer set search_path = public as $$
  begin
    insert into quiz_item_fingerprint (fingerprint, quiz_version_id, item_code, created_at)
    select item_fingerprint(i ->> 'stem', (select array_agg(o ->> 'text') from jsonb_array_elements(i -> 'options') o)),
      new.id, coalesce(i ->> 'code', ''), new.created_at
    from jsonb_array_elements(new.definition -> 'items') i
    where i ? 'stem'
    on conflict do nothing;
    return null;
  end $$;
  create trigger quiz_version_leaves_fingerprints after insert on quiz_version
    for each row execute function quiz_version_leaves_fingerprints();

  insert into quiz_item_fingerprint (fingerprint, quiz_version_id, item_code, created_at)
  select item_fingerprint(i ->> 'stem', (select array_agg(o ->> 'text') from jsonb_array_elements(i -> 'options') o)),
    v.id, coalesce(i ->> 'code', ''), v.created_at
  from quiz_version v, jsonb_array_elements(v.definition -> 'items') i
  where i ? 'stem'
  on conflict do nothing;

  grant select on quiz_item_fingerprint to goodstanding_web, goodstanding_jobs;
`;

const ITEMS = `
  -- The numbers of a body's items: 1, 2, 3, and none twice.
  create table bank_item_counter (
    body_id uuid primary key references organization,
    last_number integer not null check (last_number >= 0)
  );

  create table bank_item (
    id uuid primary key,
    body_id uuid not null references organization,
    number integer not null check (number >= 1),
    -- The item's own key, wrapped by a key of the installation that key_id names.
    key_id text not null check (key_id ~ '^[0-9a-f]{16}$'),
    wrapped_key bytea not null check (octet_length(wrapped_key) = 60),
    created_by uuid not null references person,
    created_at timestamptz(3) not null,
    unique (body_id, id),
    unique (body_id, number)
  );
  create index bank_item_key on bank_item (key_id);

  -- A version for ever as it was written. What it asks is in what is sealed, its references too.
  create table bank_item_version (
    id uuid primary key,
    body_id uuid not null,
    item_id uuid not null,
    number integer not null check (number >= 1),
    kind text not null check (kind in ('single', 'multiple', 'ordering')),
    exam_domain text not null check (char_length(exam_domain) between 1 and 60),
    competency text not null check (char_length(competency) between 1 and 60),
    difficulty text not null check (difficulty in ('easy', 'medium', 'hard')),
    sealed bytea not null,
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    author_id uuid not null references person,
    state text not null default 'draft' check (state in ('draft', 'reviewed', 'pretest', 'active', 'retired')),
    state_since timestamptz(3) not null,
    -- Since when it waits for a reviewer.
    handed_in_at timestamptz(3),
    created_at timestamptz(3) not null,
    foreign key (body_id, item_id) references bank_item (body_id, id),
    unique (body_id, id),
    unique (item_id, number),
    unique (body_id, item_id, id),
    check (handed_in_at is null or state = 'draft'),
    -- One question is one item of a body, in all its versions.
    constraint bank_item_version_asked_once exclude using gist (body_id with =, fingerprint with =, item_id with <>)
  );
  create unique index bank_item_version_in_work on bank_item_version (item_id) where state in ('draft', 'reviewed');
  create unique index bank_item_version_pretest on bank_item_version (item_id) where state = 'pretest';
  create unique index bank_item_version_active on bank_item_version (item_id) where state = 'active';
  create index bank_item_version_waiting on bank_item_version (body_id, handed_in_at) where handed_in_at is not null;
  create index bank_item_version_live on bank_item_version (body_id, exam_domain) where state in ('pretest', 'active');

  -- For whatever could bring a question of a course into a certification: versions, their states, lines of a form.
  create function refuse_question_of_course(wanted text) returns void
    language plpgsql security definer set search_path = public as $$
  begin
    if exists (select from quiz_item_fingerprint q where q.fingerprint = wanted) then
      raise exception 'a question of a course is never an item of a certification'
        using errcode = 'check_violation', constraint = 'bank_item_version_not_of_course';
    end if;
  end $$;

  create function bank_item_version_begins() returns trigger language plpgsql as $$
  begin
    if new.state <> 'draft' or new.handed_in_at is not null then
      raise exception 'a version begins as a draft' using errcode = 'check_violation';
    end if;
    perform refuse_question_of_course(new.fingerprint);
    return new;
  end $$;
  create trigger bank_item_version_begins before insert on bank_item_version
    for each row execute function bank_item_version_begins();

  create function bank_item_version_is_kept() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' then
      if to_jsonb(new) - '{state,state_since,handed_in_at}'::text[] = to_jsonb(old) - '{state,state_since,handed_in_at}'::text[] then
        return new;
      end if;
    end if;
    raise exception 'a version of an item never changes' using errcode = 'restrict_violation';
  end $$;
  create trigger bank_item_version_is_kept before update or delete on bank_item_version
    for each row execute function bank_item_version_is_kept();
  create trigger bank_item_version_is_not_emptied before truncate on bank_item_version
    for each statement execute function forbid_change();

  -- Items that may never stand in one form.
  create table bank_item_enemy (
    id uuid primary key,
    body_id uuid not null,
    low_id uuid not null,
    high_id uuid not null,
    reason text not null check (reason in ('gives_away', 'too_alike')),
    named_by uuid not null references person,
    named_at timestamptz(3) not null,
    ended_by uuid references person,
    ended_at timestamptz(3),
    foreign key (body_id, low_id) references bank_item (body_id, id),
    foreign key (body_id, high_id) references bank_item (body_id, id),
    check (low_id < high_id),
    check ((ended_at is null) = (ended_by is null))
  );
  create unique index bank_item_enemy_live on bank_item_enemy (low_id, high_id) where ended_at is null;
  create index bank_item_enemy_high on bank_item_enemy (high_id) where ended_at is null;

  -- Who was given the words of which versions, when and why. Without a reader it was the product itself, to score an answer.
  create table bank_item_reading (
    id uuid primary key,
    body_id uuid not null references organization,
    reader_id uuid references person,
    purpose text not null check (purpose in ('page', 'editing', 'review', 'comparison', 'judging', 'form', 'sitting',
      'scoring', 'statistics', 'appeal')),
    version_ids uuid[] not null check (cardinality(version_ids) between 1 and 1000),
    subject_kind text check (char_length(subject_kind) between 1 and 50),
    subject_id text check (char_length(subject_id) between 1 and 100),
    read_at timestamptz(3) not null,
    check ((subject_kind is null) = (subject_id is null)),
    check (reader_id is not null or purpose in ('scoring', 'statistics'))
  );
  create index bank_item_reading_body on bank_item_reading (body_id, read_at desc, id desc);
  create index bank_item_reading_reader on bank_item_reading (reader_id, body_id, read_at desc);
  create index bank_item_reading_versions on bank_item_reading using gin (version_ids);
  create trigger bank_item_reading_is_append_only before update or delete or truncate on bank_item_reading
    for each statement execute function forbid_change();

  grant select, insert on bank_item_counter, bank_item, bank_item_version, bank_item_enemy, bank_item_reading
    to goodstanding_web, goodstanding_jobs;
  grant update (last_number) on bank_item_counter to goodstanding_web, goodstanding_jobs;
  grant update (key_id, wrapped_key) on bank_item to goodstanding_web, goodstanding_jobs;
  grant update (ended_by, ended_at) on bank_item_enemy to goodstanding_web, goodstanding_jobs;
`;

const STATES = `
  create table bank_item_move (
    move text not null,
    from_state text not null,
    to_state text not null,
    primary key (move, from_state, to_state)
  );
  insert into bank_item_move (move, from_state, to_state) values
    ('hand_in', 'draft', 'draft'),
    ('return', 'draft', 'draft'),
    ('review', 'draft', 'reviewed'),
    ('pretest', 'reviewed', 'pretest'),
    ('activate', 'pretest', 'active'),
    ('retire', 'draft', 'retired'),
    ('retire', 'reviewed', 'retired'),
    ('retire', 'pretest', 'retired'),
    ('retire', 'active', 'retired'),
    ('replace', 'draft', 'retired'),
    ('replace', 'reviewed', 'retired'),
    ('replace', 'pretest', 'retired'),
    ('replace', 'active', 'retired');

  create table bank_item_event (
    id uuid primary key,
    body_id uuid not null,
    item_id uuid not null,
    version_id uuid not null,
    move text not null,
    from_state text not null,
    to_state text not null,
    actor_id uuid not null references person,
    -- What the reviewer wrote to the author; it speaks of the item, so it is sealed as the item is.
    sealed_note bytea,
    recorded_at timestamptz(3) not null,
    foreign key (body_id, item_id, version_id) references bank_item_version (body_id, item_id, id),
    foreign key (move, from_state, to_state) references bank_item_move,
    check (move <> 'return' or sealed_note is not null)
  );
  create index bank_item_event_version on bank_item_event (version_id, recorded_at);
  create trigger bank_item_event_is_append_only before update or delete or truncate on bank_item_event
    for each statement execute function forbid_change();

  -- The state has no other writer: it follows the events, under a lock, from the state they say they start at.
  create function bank_item_version_follows() returns trigger
    language plpgsql security definer set search_path = public as $$
  declare
    current bank_item_version%rowtype;
  begin
    select * into current from bank_item_version where id = new.version_id for update;
    if current.state <> new.from_state then
      raise exception 'version % is %, not %', new.version_id, current.state, new.from_state
        using errcode = 'check_violation', constraint = 'bank_item_event_starts_at_state';
    end if;
    if new.move in ('review', 'return') then
      if current.handed_in_at is null then
        raise exception 'version % was not handed in', new.version_id
          using errcode = 'check_violation', constraint = 'bank_item_event_handed_in_first';
      end if;
      -- A second person reviews: not who wrote it, and not who handed it in.
      if current.author_id = new.actor_id or exists (
        select from bank_item_event e
        where e.version_id = new.version_id and e.move = 'hand_in' and e.actor_id = new.actor_id
      ) then
        raise exception 'version % is reviewed by a second person', new.version_id
          using errcode = 'check_violation', constraint = 'bank_item_event_second_person';
      end if;
    end if;
    if new.move in ('pretest', 'activate') then
      perform refuse_question_of_course(current.fingerprint);
    end if;
    update bank_item_version set state = new.to_state, state_since = new.recorded_at,
      handed_in_at = case when new.move = 'hand_in' then new.recorded_at end
      where id = new.version_id;
    return null;
  end $$;
  create trigger bank_item_version_follows after insert on bank_item_event
    for each row execute function bank_item_version_follows();

  grant select on bank_item_move to goodstanding_web, goodstanding_jobs;
  grant select, insert on bank_item_event to goodstanding_web, goodstanding_jobs;
`;

const NUMBERS = `
  create table bank_item_exposure (
    version_id uuid primary key,
    body_id uuid not null,
    times_shown integer not null check (times_shown >= 1),
    last_shown_at timestamptz(3) not null,
    foreign key (body_id, version_id) references bank_item_version (body_id, id)
  );

  -- One row for each analysis of a version; the newest holds.
  create table bank_item_statistic (
    id uuid primary key,
    body_id uuid not null,
    version_id uuid not null,
    subject_kind text not null check (char_length(subject_kind) between 1 and 50),
    subject_id text not null check (char_length(subject_id) between 1 and 100),
    responses integer not null check (responses >= 1),
    p double precision not null check (p between 0 and 1),
    point_biserial double precision check (point_biserial between -1 and 1),
    recorded_at timestamptz(3) not null,
    foreign key (body_id, version_id) references bank_item_version (body_id, id)
  );
  create index bank_item_statistic_newest on bank_item_statistic (version_id, recorded_at desc, id desc);
  create trigger bank_item_statistic_is_append_only before update or delete or truncate on bank_item_statistic
    for each statement execute function forbid_change();

  grant select, insert on bank_item_exposure, bank_item_statistic to goodstanding_web, goodstanding_jobs;
  grant update (times_shown, last_shown_at) on bank_item_exposure to goodstanding_web, goodstanding_jobs;
`;
