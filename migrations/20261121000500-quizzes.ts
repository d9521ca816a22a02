import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Course quizzes: versions by content hash, attempts with their drawn form, answers, scores. Class: learning. */
export class Quizzes20261121000500 implements MigrationInterface {
  readonly name = 'Quizzes20261121000500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A version is its content: the id is the SHA-256 of the canonical definition. Attempts keep the version they drew from.
      create table quiz_version (
        id text primary key check (id ~ '^[0-9a-f]{64}$'),
        quiz_code text not null check (char_length(quiz_code) between 1 and 80),
        definition jsonb not null,
        created_at timestamptz(3) not null,
        unique (quiz_code, id)
      );
      create trigger quiz_version_is_append_only before update or delete or truncate on quiz_version
        for each statement execute function forbid_change();

      create table quiz (
        code text primary key,
        course_code text,
        current_version_id text not null,
        created_at timestamptz(3) not null,
        foreign key (code, current_version_id) references quiz_version (quiz_code, id)
      );

      create table quiz_attempt (
        id uuid primary key,
        person_id uuid not null references person,
        quiz_code text not null references quiz,
        quiz_version_id text not null,
        -- Counted from 1 per person and quiz; unique, so that two starts at once can never exceed the attempts allowed.
        number integer not null check (number >= 1),
        seed bigint not null check (seed between 0 and 4294967295),
        started_at timestamptz(3) not null,
        deadline_at timestamptz(3) not null check (deadline_at > started_at),
        closed_at timestamptz(3) check (closed_at >= started_at),
        closed_by text check (closed_by in ('person', 'time')),
        earned_parts integer check (earned_parts >= 0),
        possible_parts integer check (possible_parts >= earned_parts),
        percent integer check (percent between 0 and 100),
        passed boolean,
        created_at timestamptz(3) not null,
        unique (person_id, quiz_code, number),
        foreign key (quiz_code, quiz_version_id) references quiz_version (quiz_code, id),
        check (num_nulls(closed_at, closed_by, earned_parts, possible_parts, percent, passed) in (0, 6))
      );
      -- At most one open attempt per person and quiz, and at most one pass: the event of a pass is published once.
      create unique index quiz_attempt_open on quiz_attempt (person_id, quiz_code) where closed_at is null;
      create unique index quiz_attempt_pass on quiz_attempt (person_id, quiz_code) where passed;

      -- The form of an attempt as it was drawn: which items, in which order, their options in which order.
      create table quiz_attempt_item (
        attempt_id uuid not null references quiz_attempt,
        item_code text not null,
        place integer not null check (place >= 1),
        option_order text[] not null,
        competency text not null,
        exam_domain text not null,
        earned_parts integer check (earned_parts between 0 and 2520),
        primary key (attempt_id, item_code),
        unique (attempt_id, place)
      );

      -- The newest answer to each question. A row is only ever replaced by a higher revision.
      create table quiz_answer (
        attempt_id uuid not null,
        item_code text not null,
        revision integer not null check (revision >= 1),
        answer jsonb not null,
        saved_at timestamptz(3) not null,
        primary key (attempt_id, item_code),
        foreign key (attempt_id, item_code) references quiz_attempt_item (attempt_id, item_code)
      );

      create function quiz_answer_only_newer() returns trigger language plpgsql as $$
      begin
        if new.revision <= old.revision then
          raise exception 'an older answer never replaces a newer one' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger quiz_answer_only_newer before update on quiz_answer
        for each row execute function quiz_answer_only_newer();

      -- A scored attempt is a fact of the past: neither it nor its answers change again.
      create function quiz_attempt_is_closed() returns trigger language plpgsql as $$
      begin
        if old.closed_at is not null then
          raise exception 'a closed attempt never changes' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger quiz_attempt_is_closed before update on quiz_attempt
        for each row execute function quiz_attempt_is_closed();
      create function quiz_answer_in_time() returns trigger language plpgsql as $$
      begin
        if exists (select from quiz_attempt a
                   where a.id = new.attempt_id and (a.closed_at is not null or new.saved_at >= a.deadline_at)) then
          raise exception 'an answer is saved before its attempt closes' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger quiz_answer_in_time before insert or update on quiz_answer
        for each row execute function quiz_answer_in_time();

      grant select, insert on quiz_version, quiz, quiz_attempt, quiz_attempt_item, quiz_answer
        to goodstanding_web, goodstanding_jobs;
      grant update (course_code, current_version_id) on quiz to goodstanding_web, goodstanding_jobs;
      grant update (closed_at, closed_by, earned_parts, possible_parts, percent, passed) on quiz_attempt
        to goodstanding_web, goodstanding_jobs;
      grant update (earned_parts) on quiz_attempt_item to goodstanding_web, goodstanding_jobs;
      grant update (revision, answer, saved_at) on quiz_answer to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
