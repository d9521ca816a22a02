import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Angoff studies: which versions, which judges, what they estimated in which round, and the cut score once it is closed. */
export class StandardSetting20261122001710 implements MigrationInterface {
  readonly name = 'StandardSetting20261122001710';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table angoff_study_move (
        move text not null,
        from_state text not null,
        to_state text not null,
        primary key (move, from_state, to_state)
      );
      insert into angoff_study_move (move, from_state, to_state) values
        ('open', 'prepared', 'round_1'),
        ('next_round', 'round_1', 'round_2'),
        ('close', 'round_1', 'closed'),
        ('close', 'round_2', 'closed'),
        ('stop', 'prepared', 'stopped'),
        ('stop', 'round_1', 'stopped'),
        ('stop', 'round_2', 'stopped');

      create table angoff_study (
        id uuid primary key,
        body_id uuid not null references organization,
        title text not null check (char_length(title) between 1 and 200),
        rounds smallint not null check (rounds in (1, 2)),
        state text not null default 'prepared' check (state in ('prepared', 'round_1', 'round_2', 'closed', 'stopped')),
        state_since timestamptz(3) not null,
        created_by uuid not null references person,
        created_at timestamptz(3) not null,
        unique (body_id, id)
      );
      create index angoff_study_body on angoff_study (body_id, id);

      create table angoff_study_event (
        id uuid primary key,
        body_id uuid not null,
        study_id uuid not null,
        move text not null,
        from_state text not null,
        to_state text not null,
        actor_id uuid not null references person,
        -- What came out, as it was on closing, with the hash of its canonical text.
        result jsonb,
        result_hash text check (result_hash ~ '^[0-9a-f]{64}$'),
        recorded_at timestamptz(3) not null,
        foreign key (body_id, study_id) references angoff_study (body_id, id),
        foreign key (move, from_state, to_state) references angoff_study_move,
        check ((move = 'close') = (result is not null)),
        check ((result is null) = (result_hash is null))
      );
      create index angoff_study_event_study on angoff_study_event (study_id, recorded_at);
      create trigger angoff_study_event_is_append_only before update or delete or truncate on angoff_study_event
        for each statement execute function forbid_change();

      create table angoff_study_version (
        study_id uuid not null,
        body_id uuid not null,
        version_id uuid not null,
        place integer not null check (place >= 1),
        primary key (study_id, version_id),
        unique (study_id, place),
        foreign key (body_id, study_id) references angoff_study (body_id, id),
        foreign key (body_id, version_id) references bank_item_version (body_id, id)
      );

      create table angoff_judge (
        study_id uuid not null,
        body_id uuid not null,
        judge_id uuid not null references person,
        named_by uuid not null references person,
        named_at timestamptz(3) not null,
        -- Whose estimates do not count, such as somebody who could not finish.
        excused_by uuid references person,
        excused_at timestamptz(3),
        primary key (study_id, judge_id),
        foreign key (body_id, study_id) references angoff_study (body_id, id),
        check ((excused_by is null) = (excused_at is null))
      );
      create index angoff_judge_person on angoff_judge (judge_id) where excused_at is null;

      create table angoff_estimate (
        study_id uuid not null,
        body_id uuid not null,
        round smallint not null check (round in (1, 2)),
        version_id uuid not null,
        judge_id uuid not null,
        percent integer not null check (percent between 0 and 100),
        given_at timestamptz(3) not null,
        primary key (study_id, round, version_id, judge_id),
        foreign key (body_id, study_id) references angoff_study (body_id, id),
        foreign key (study_id, version_id) references angoff_study_version (study_id, version_id),
        foreign key (study_id, judge_id) references angoff_judge (study_id, judge_id)
      );

      -- What is judged is settled before the first estimate, and nothing changes once the study is over.
      create function angoff_study_in_state() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare
        now_in text;
      begin
        -- Held while it is written: a study does not close over an estimate that is on its way.
        select state into now_in from angoff_study where id = new.study_id for share;
        if tg_table_name = 'angoff_study_version' and now_in <> 'prepared' then
          raise exception 'the items of a study are settled before it opens'
            using errcode = 'restrict_violation', constraint = 'angoff_study_is_open';
        end if;
        if now_in in ('closed', 'stopped') then
          raise exception 'a study that is over never changes'
            using errcode = 'restrict_violation', constraint = 'angoff_study_is_over';
        end if;
        if tg_table_name = 'angoff_estimate' then
          if now_in <> 'round_' || (to_jsonb(new) ->> 'round') then
            raise exception 'estimates are given in the round that is open'
              using errcode = 'restrict_violation', constraint = 'angoff_estimate_in_round';
          end if;
          if exists (select from angoff_judge j where j.study_id = new.study_id
              and j.judge_id::text = to_jsonb(new) ->> 'judge_id' and j.excused_at is not null) then
            raise exception 'an excused judge gives no estimate'
              using errcode = 'restrict_violation', constraint = 'angoff_estimate_by_judge';
          end if;
        end if;
        return new;
      end $$;
      create trigger angoff_study_in_state before insert or update on angoff_study_version
        for each row execute function angoff_study_in_state();
      create trigger angoff_study_in_state before insert or update on angoff_judge
        for each row execute function angoff_study_in_state();
      create trigger angoff_study_in_state before insert or update on angoff_estimate
        for each row execute function angoff_study_in_state();

      create function angoff_study_version_is_reviewed() returns trigger language plpgsql as $$
      begin
        if not exists (select from bank_item_version v
            where v.id = new.version_id and v.state in ('reviewed', 'pretest', 'active')) then
          raise exception 'only reviewed items are judged'
            using errcode = 'check_violation', constraint = 'angoff_study_version_is_reviewed';
        end if;
        return new;
      end $$;
      create trigger angoff_study_version_is_reviewed before insert on angoff_study_version
        for each row execute function angoff_study_version_is_reviewed();

      create function angoff_study_follows() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare
        current angoff_study%rowtype;
        versions integer;
        judges integer;
        missing integer;
        last_round integer;
      begin
        select * into current from angoff_study where id = new.study_id for update;
        if current.state <> new.from_state then
          raise exception 'study % is %, not %', new.study_id, current.state, new.from_state
            using errcode = 'check_violation', constraint = 'angoff_study_starts_at_state';
        end if;
        select count(*) into versions from angoff_study_version where study_id = new.study_id;
        select count(*) into judges from angoff_judge where study_id = new.study_id and excused_at is null;
        if new.move = 'open' and (versions = 0 or judges < 2) then
          raise exception 'a study needs items and two judges or more'
            using errcode = 'check_violation', constraint = 'angoff_study_is_prepared';
        end if;
        if new.move in ('next_round', 'close') then
          last_round := right(new.from_state, 1)::integer;
          if (new.move = 'close') <> (last_round = current.rounds) then
            raise exception 'study % has % rounds', new.study_id, current.rounds
              using errcode = 'check_violation', constraint = 'angoff_study_has_rounds';
          end if;
          select versions * judges - count(*) into missing from angoff_estimate e
            join angoff_judge j on j.study_id = e.study_id and j.judge_id = e.judge_id and j.excused_at is null
            where e.study_id = new.study_id and e.round = last_round;
          if missing <> 0 or judges < 2 then
            raise exception '% estimates are still needed', missing
              using errcode = 'check_violation', constraint = 'angoff_study_is_complete';
          end if;
        end if;
        update angoff_study set state = new.to_state, state_since = new.recorded_at where id = new.study_id;
        return null;
      end $$;
      create trigger angoff_study_follows after insert on angoff_study_event
        for each row execute function angoff_study_follows();

      grant select on angoff_study_move to goodstanding_web, goodstanding_jobs;
      grant select, insert on angoff_study, angoff_study_event, angoff_study_version, angoff_judge, angoff_estimate
        to goodstanding_web, goodstanding_jobs;
      grant update (excused_by, excused_at) on angoff_judge to goodstanding_web, goodstanding_jobs;
      grant update (percent, given_at) on angoff_estimate to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
