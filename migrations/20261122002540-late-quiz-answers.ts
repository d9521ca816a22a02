import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers of a quiz that were on their way at its end count; what comes later is kept beside the attempt. Class: answers. */
export class LateQuizAnswers20261122002540 implements MigrationInterface {
  readonly name = 'LateQuizAnswers20261122002540';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The same as GRACE_SECONDS in modules/quizzes/domain/timing.ts.
      create function quiz_grace() returns interval language sql immutable as $$ select interval '10 seconds' $$;

      create or replace function quiz_answer_in_time() returns trigger language plpgsql as $$
      begin
        if exists (select from quiz_attempt a
                   where a.id = new.attempt_id and (a.closed_at is not null or new.saved_at >= a.deadline_at + quiz_grace())) then
          raise exception 'an answer is saved before its attempt closes' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;

      -- What a device could not deliver before the end: shown with the result, counted nowhere. The newest of each question.
      create table quiz_late_answer (
        attempt_id uuid not null,
        item_code text not null,
        person_id uuid not null references person,
        answer jsonb not null,
        -- By the word of the device.
        given_at timestamptz(3) not null,
        received_at timestamptz(3) not null check (received_at >= given_at),
        primary key (attempt_id, item_code),
        foreign key (attempt_id, item_code) references quiz_attempt_item (attempt_id, item_code)
      );
      create index quiz_late_answer_of on quiz_late_answer (person_id);

      create function quiz_late_answer_fits() returns trigger language plpgsql as $$
      begin
        perform from quiz_attempt a where a.id = new.attempt_id and a.person_id = new.person_id
          and (a.closed_at is not null or new.received_at >= a.deadline_at + quiz_grace());
        if not found then
          raise exception 'attempt % takes no late answers of this person now', new.attempt_id
            using errcode = 'check_violation', constraint = 'quiz_late_answer_fits';
        end if;
        return new;
      end $$;
      create trigger quiz_late_answer_fits before insert or update on quiz_late_answer
        for each row execute function quiz_late_answer_fits();

      grant select, insert on quiz_late_answer to goodstanding_web, goodstanding_jobs;
      grant update (answer, given_at, received_at) on quiz_late_answer to goodstanding_web;
      grant delete on quiz_late_answer to goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
