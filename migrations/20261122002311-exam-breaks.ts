import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Breaks of a sitting: the clock stands still, the questions are out of sight, and no answer is taken meanwhile. Class: legal file.
 */
export class ExamBreaks20261122002311 implements MigrationInterface {
  readonly name = 'ExamBreaks20261122002311';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- break_until: the latest end of the break that was begun last, null where it was ended. break_seconds: for how long the clock
      -- stood still in all, a break under way counted to its latest end.
      alter table sitting
        add column break_until timestamptz(3),
        add column break_seconds integer not null default 0 check (break_seconds >= 0),
        add constraint sitting_breaks_as_granted
          check (break_seconds <= 60 * coalesce((accommodations ->> 'breakMinutes')::integer, 0));

      create table sitting_break (
        id uuid primary key,
        body_id uuid not null,
        sitting_id uuid not null,
        began_at timestamptz(3) not null,
        -- When it ends by itself: all that is left of the time for breaks.
        until_at timestamptz(3) not null check (until_at > began_at),
        -- When the person went on; null where it ran to its end.
        ended_at timestamptz(3) check (ended_at between began_at and until_at),
        foreign key (body_id, sitting_id) references sitting (body_id, id)
      );
      create index sitting_break_of on sitting_break (sitting_id, began_at desc);

      create or replace function sitting_is_kept() returns trigger language plpgsql as $$
      declare
        moving text[] := '{state,closed_at,outage_minutes,deadline_at,break_until,break_seconds}';
      begin
        if old.state <> 'open' then
          raise exception 'a sitting that is over never changes' using errcode = 'restrict_violation';
        end if;
        if to_jsonb(new) - moving <> to_jsonb(old) - moving then
          raise exception 'a sitting keeps its form, its person and its texts' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;

      create function sitting_break_is_kept() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          if old.ended_at is null and new.ended_at is not null
            and to_jsonb(new) - '{ended_at}'::text[] = to_jsonb(old) - '{ended_at}'::text[] then
            return new;
          end if;
        end if;
        raise exception 'a break is begun once and ended once' using errcode = 'restrict_violation';
      end $$;
      create trigger sitting_break_is_kept before update or delete on sitting_break
        for each row execute function sitting_break_is_kept();

      -- The end of the sitting moves by the whole of what is left, and back by what was not used: whoever never comes back
      -- from a break loses nothing and gains nothing, and no clock has to look.
      create function sitting_follows_break() returns trigger
        language plpgsql security definer set search_path = public as $$
      begin
        if tg_op = 'INSERT' then
          update sitting set break_until = new.until_at,
              break_seconds = break_seconds + ceil(extract(epoch from new.until_at - new.began_at)),
              deadline_at = deadline_at + (new.until_at - new.began_at)
            where id = new.sitting_id and state = 'open' and new.began_at < deadline_at
              and (break_until is null or break_until <= new.began_at);
          if not found then
            raise exception 'sitting % takes no break now', new.sitting_id
              using errcode = 'check_violation', constraint = 'sitting_break_while_open';
          end if;
        else
          update sitting set break_until = null,
              break_seconds = break_seconds - floor(extract(epoch from new.until_at - new.ended_at)),
              deadline_at = deadline_at - (new.until_at - new.ended_at)
            where id = new.sitting_id and state = 'open' and break_until = new.until_at;
          if not found then
            raise exception 'sitting % is on no break', new.sitting_id
              using errcode = 'check_violation', constraint = 'sitting_break_while_open';
          end if;
        end if;
        return null;
      end $$;
      create trigger sitting_follows_break after insert or update on sitting_break
        for each row execute function sitting_follows_break();

      create or replace function sitting_answer_fits() returns trigger language plpgsql as $$
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
        if new.saved_at < sat.break_until then
          raise exception 'no answer is saved during a break' using errcode = 'restrict_violation';
        end if;
        if tg_op = 'INSERT' then
          if not exists (select from exam_form_item i where i.form_id = sat.form_id and i.version_id = new.version_id) then
            raise exception 'version % is not asked in this sitting', new.version_id using errcode = 'foreign_key_violation';
          end if;
        end if;
        return new;
      end $$;

      grant select, insert on sitting_break to goodstanding_web, goodstanding_jobs;
      grant update (ended_at) on sitting_break to goodstanding_web;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
