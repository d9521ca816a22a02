import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is kept apart from whom: declared conflicts, waivers of requirements, and the rules in the database. */
export class KeptApart20261122000520 implements MigrationInterface {
  readonly name = 'KeptApart20261122000520';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- That somebody of the staff stands too near to a person. The kind only: why is nobody's business here.
      create table declared_conflict (
        id uuid primary key,
        body_id uuid not null references organization,
        declared_by uuid not null references person,
        person_id uuid not null references person,
        kind text not null check (kind in ('relative', 'friend', 'business', 'other')),
        declared_at timestamptz(3) not null,
        check (declared_by <> person_id),
        unique (body_id, id)
      );
      create index declared_conflict_pair on declared_conflict (person_id, declared_by);
      create index declared_conflict_own on declared_conflict (declared_by, declared_at);
      create trigger declared_conflict_is_append_only before update or delete or truncate on declared_conflict
        for each statement execute function forbid_change();

      create table declared_conflict_end (
        declared_conflict_id uuid primary key,
        body_id uuid not null,
        ended_by uuid not null references person,
        ended_at timestamptz(3) not null,
        foreign key (body_id, declared_conflict_id) references declared_conflict (body_id, id)
      );
      create trigger declared_conflict_end_is_append_only before update or delete or truncate on declared_conflict_end
        for each statement execute function forbid_change();

      -- A requirement that a registrar set aside for one person, with a reason that the person reads too.
      create table requirement_waiver (
        id uuid primary key,
        application_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        clause_id text not null check (char_length(clause_id) between 1 and 200),
        reason_code text not null check (reason_code in ('equivalent_shown', 'rule_not_applicable', 'hardship', 'body_error')),
        reason text not null check (char_length(reason) between 1 and 2000),
        fact_id uuid not null,
        waived_by uuid not null references person,
        waived_at timestamptz(3) not null,
        foreign key (body_id, application_id) references application (body_id, id),
        foreign key (person_id, fact_id) references fact (person_id, id),
        unique (application_id, clause_id),
        check (waived_by <> person_id)
      );
      create trigger requirement_waiver_is_append_only before update or delete or truncate on requirement_waiver
        for each statement execute function forbid_change();

      grant select, insert on declared_conflict, declared_conflict_end, requirement_waiver
        to goodstanding_web, goodstanding_jobs;

      -- modules/certification/domain/separation-of-duties.ts once more, where no code can go around it.
      create function application_event_keeps_apart() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare
        zone text;
        since date;
        rule text;
      begin
        if new.move not in ('claim', 'return', 'admit', 'grant', 'deny') then return new; end if;
        select time_zone into zone from organization where id = new.body_id;
        since := new.happened_on - make_interval(months => body_setting_of(new.body_id, 'kept_apart_months', 24));
        select case
          when exists (
            select from declared_conflict c
            left join declared_conflict_end e on e.declared_conflict_id = c.id
            where c.body_id = new.body_id and c.declared_by = new.actor_person_id and c.person_id = new.person_id
              and (e.ended_at is null or (e.ended_at at time zone zone)::date > since)
          ) then 'declared'
          when new.move in ('grant', 'deny') and exists (
            select from requirement_waiver w
            where w.application_id = new.application_id and w.waived_by = new.actor_person_id
          ) then 'waived'
          when exists (
            select from fact f
            where f.person_id = new.person_id and f.voucher_person_id = new.actor_person_id
              and greatest(f.occurred_on, (f.recorded_at at time zone zone)::date) > since
              and (f.voucher_method in ('supervisor-signature', 'course')
                or (f.kind = 'exam' and (f.voucher_method = 'exam-centre' or new.move in ('grant', 'deny')))
                or (f.kind = 'training' and new.move in ('grant', 'deny')))
          ) then 'trained, supervised or examined'
        end into rule;
        if rule is not null then
          raise exception 'application % is kept from this person: %', new.application_id, rule
            using errcode = 'check_violation', constraint = 'application_event_kept_apart';
        end if;
        return new;
      end $$;
      create trigger application_event_keeps_apart before insert on application_event
        for each row execute function application_event_keeps_apart();
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
