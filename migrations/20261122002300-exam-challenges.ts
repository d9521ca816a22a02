import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Challenges of exam items, comments on exams, and who read them. Class: legal file. */
export class ExamChallenges20261122002300 implements MigrationInterface {
  readonly name = 'ExamChallenges20261122002300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(SECRETS);
    await queryRunner.query(REMARKS);
    await queryRunner.query(DECISIONS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const SECRETS = `
  -- How many days after the day on which a sitting ended one of its items can be challenged.
  alter table exam add column challenge_days integer not null default 30 check (challenge_days between 1 and 365);

  -- Words that may quote an item, and keys that were ruled: each sealed with a key of its own, as items are.
  create table exam_secret (
    id uuid primary key,
    body_id uuid not null references organization,
    key_id text not null,
    wrapped_key bytea not null,
    sealed bytea not null,
    created_at timestamptz(3) not null,
    unique (body_id, id)
  );
  create index exam_secret_key on exam_secret (key_id);
  create function exam_secret_is_kept() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' then
      if to_jsonb(new) - '{key_id,wrapped_key}'::text[] = to_jsonb(old) - '{key_id,wrapped_key}'::text[] then
        return new;
      end if;
    end if;
    raise exception 'what is sealed stays as it is' using errcode = 'restrict_violation';
  end $$;
  create trigger exam_secret_is_kept before update or delete on exam_secret
    for each row execute function exam_secret_is_kept();

  -- Who was given which of them, when and for what. Without a reader it was the product itself, to score by a ruled key.
  create table exam_secret_reading (
    id uuid primary key,
    body_id uuid not null references organization,
    reader_id uuid references person,
    purpose text not null check (purpose in ('remark', 'rescore', 'pass_decision', 'scoring')),
    secret_ids uuid[] not null check (cardinality(secret_ids) between 1 and 1000),
    read_at timestamptz(3) not null,
    check (reader_id is not null or purpose = 'scoring')
  );
  create index exam_secret_reading_secrets on exam_secret_reading using gin (secret_ids);
  create trigger exam_secret_reading_is_append_only before update or delete or truncate on exam_secret_reading
    for each statement execute function forbid_change();

  grant select, insert on exam_secret, exam_secret_reading to goodstanding_web, goodstanding_jobs;
  grant update (key_id, wrapped_key) on exam_secret to goodstanding_jobs;
`;

const REMARKS = `
  -- What somebody who sat says: about one item, by its place; about the exam; or as an answer while their pass is looked at.
  create table exam_remark (
    id uuid primary key,
    body_id uuid not null,
    person_id uuid not null references person,
    sitting_id uuid not null,
    kind text not null check (kind in ('challenge', 'comment', 'answer')),
    place integer,
    version_id uuid,
    secret_id uuid not null unique,
    created_at timestamptz(3) not null,
    foreign key (body_id, sitting_id) references sitting (body_id, id),
    foreign key (body_id, secret_id) references exam_secret (body_id, id),
    check ((kind = 'challenge') = (place is not null)),
    check ((place is null) = (version_id is null)),
    -- An item of a sitting is challenged once.
    unique (sitting_id, place),
    unique (body_id, id)
  );
  create index exam_remark_body on exam_remark (body_id, created_at, id);
  create index exam_remark_sitting on exam_remark (sitting_id);
  create trigger exam_remark_is_append_only before update or delete or truncate on exam_remark
    for each statement execute function forbid_change();
  grant select, insert on exam_remark to goodstanding_web, goodstanding_jobs;
`;

const DECISIONS = `
  -- Whether somebody wrote, handed in, reviewed or judged any version of an item.
  create function had_part_in_item(item uuid, person uuid) returns boolean
    language sql stable security definer set search_path = public as $$
    select exists (select from bank_item_version v where v.item_id = item and v.author_id = person)
      or exists (select from bank_item_event e
        where e.item_id = item and e.actor_id = person and e.move in ('hand_in', 'return', 'review'))
      or exists (select from angoff_estimate a join bank_item_version v on v.id = a.version_id
        where v.item_id = item and a.judge_id = person)
  $$;

  create table exam_remark_decision (
    remark_id uuid primary key,
    body_id uuid not null,
    person_id uuid not null references person,
    outcome text not null check (outcome in ('upheld', 'not_upheld')),
    ruling text check (ruling in ('key_changed', 'keys_accepted', 'not_counted')),
    -- For the person, as a code; the decider's own words are sealed, with the keys that were ruled.
    reason text check (reason in ('key_confirmed', 'wording_confirmed', 'shown_right', 'not_about_item')),
    secret_id uuid not null unique,
    decided_by uuid not null references person,
    decided_at timestamptz(3) not null,
    foreign key (body_id, remark_id) references exam_remark (body_id, id),
    foreign key (body_id, secret_id) references exam_secret (body_id, id),
    check ((outcome = 'upheld') = (ruling is not null)),
    check ((outcome = 'not_upheld') = (reason is not null)),
    constraint exam_remark_decision_not_own check (decided_by <> person_id),
    unique (body_id, remark_id)
  );
  create trigger exam_remark_decision_is_append_only before update or delete or truncate on exam_remark_decision
    for each statement execute function forbid_change();

  create function exam_remark_decision_fits() returns trigger
    language plpgsql security definer set search_path = public as $$
  declare
    remark exam_remark%rowtype;
  begin
    select * into remark from exam_remark where id = new.remark_id;
    if remark.kind <> 'challenge' or remark.person_id <> new.person_id then
      raise exception 'challenges are decided' using errcode = 'check_violation';
    end if;
    if had_part_in_item((select v.item_id from bank_item_version v where v.id = remark.version_id), new.decided_by) then
      raise exception 'who wrote or judged an item does not decide about it'
        using errcode = 'check_violation', constraint = 'exam_remark_decision_no_part';
    end if;
    return new;
  end $$;
  create trigger exam_remark_decision_fits before insert on exam_remark_decision
    for each row execute function exam_remark_decision_fits();
  grant select, insert on exam_remark_decision to goodstanding_web, goodstanding_jobs;
`;
