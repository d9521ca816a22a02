import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for erasure, how long a body's legal file needs the name, and the rights and guards that erasing needs. */
export class Erasure20261122001690 implements MigrationInterface {
  readonly name = 'Erasure20261122001690';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table erasure (
        id uuid primary key,
        person_id uuid not null references person,
        state text not null default 'waiting' check (state in ('waiting', 'taken_back', 'carried_out')),
        asked_at timestamptz(3) not null,
        -- From then on it is carried out; until then it can be taken back.
        due_at timestamptz(3) not null check (due_at >= asked_at),
        settled_at timestamptz(3),
        -- When the name went, which is last.
        name_gone_at timestamptz(3),
        -- The register names the person, and is kept for good.
        name_stays boolean not null default false,
        unique (person_id, id),
        check ((state = 'waiting') = (settled_at is null)),
        check (state = 'carried_out' or (name_gone_at is null and not name_stays)),
        check (name_gone_at is null or not name_stays),
        constraint erasure_not_before_its_time check (state <> 'carried_out' or settled_at >= due_at)
      );
      create unique index erasure_one on erasure (person_id) where state <> 'taken_back';
      create index erasure_name on erasure (settled_at) where state = 'carried_out' and name_gone_at is null and not name_stays;

      -- A body that has a legal file about the person: until when that file needs the name.
      create table erasure_file (
        erasure_id uuid not null,
        body_id uuid not null references organization,
        person_id uuid not null,
        answer_by date not null,
        -- The last day with the name. The class of the legal file says it until the body does.
        keep_until date not null,
        reason text check (reason in ('decision_open', 'complaint_open', 'law', 'not_needed')),
        answered_by uuid references person,
        answered_at timestamptz(3),
        primary key (body_id, erasure_id),
        foreign key (person_id, erasure_id) references erasure (person_id, id),
        check (num_nulls(reason, answered_by, answered_at) in (0, 3)),
        check (answered_by <> person_id)
      );
      create index erasure_file_erasure on erasure_file (erasure_id);

      create function erasure_is_settled() returns trigger language plpgsql as $$
      begin
        if old.state <> 'waiting' and (new.state, new.settled_at, new.due_at) is distinct from (old.state, old.settled_at, old.due_at)
           or old.name_gone_at is not null then
          raise exception 'an erasure that is settled never changes' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger erasure_is_settled before update on erasure for each row execute function erasure_is_settled();

      -- Rows that never change and go only with the person they are of, once an erasure is carried out.
      create function goes_with_the_person() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and exists (select from erasure where person_id = old.person_id and state = 'carried_out') then
          return old;
        end if;
        raise exception '% rows never change, and go only with their person', tg_table_name using errcode = 'restrict_violation';
      end $$;
      drop trigger person_name_is_append_only on person_name;
      create trigger person_name_goes_with_the_person before update or delete on person_name
        for each row execute function goes_with_the_person();
      drop trigger lesson_completion_is_append_only on lesson_completion;
      create trigger lesson_completion_goes_with_the_person before update or delete on lesson_completion
        for each row execute function goes_with_the_person();
      create trigger person_name_is_not_truncated before truncate on person_name execute function forbid_change();
      create trigger lesson_completion_is_not_truncated before truncate on lesson_completion execute function forbid_change();

      grant select, insert on erasure, erasure_file to goodstanding_web, goodstanding_jobs;
      grant update (state, settled_at) on erasure to goodstanding_web, goodstanding_jobs;
      grant update (name_gone_at, name_stays) on erasure to goodstanding_jobs;
      grant update (keep_until, reason, answered_by, answered_at) on erasure_file to goodstanding_web, goodstanding_jobs;
      grant delete on person_name, recovery_code, letter, enrolment, enrolment_pause, lesson_check, lesson_completion, quiz_attempt,
        quiz_attempt_item, quiz_answer to goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
