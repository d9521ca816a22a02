import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A renewal can be denied with reasons, by two persons where the scheme asks, and the denial appealed. */
export class RenewalDenials20261122001310 implements MigrationInterface {
  readonly name = 'RenewalDenials20261122001310';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table renewal drop constraint renewal_state_is_known, add constraint renewal_state_is_known
        check (state in ('submitted', 'returned', 'denial_proposed', 'denied', 'confirmed'));
      drop index renewal_waiting;
      create index renewal_waiting on renewal (body_id, term_ends_on, id) where state in ('submitted', 'denial_proposed');

      alter table renewal_step
        -- Codes of modules/renewals/domain/denial-reasons.ts, and each clause with its outcome, as they were told.
        add column reasons text[] not null default '{}',
        add column clauses text[] not null default '{}',
        -- The rules it was decided by.
        add column scheme_version_id text references scheme_version,
        -- The day in the body's zone, and whether it was late on it.
        add column on_day date,
        add column late boolean,
        drop constraint renewal_step_is_a_move, drop constraint renewal_step_says_what_is_needed,
        drop constraint renewal_step_is_not_their_own,
        -- Every move there is: modules/renewals/domain/renewal-state.ts has the same table.
        add constraint renewal_step_is_a_move check ((move, from_state, to_state) in (
          ('return', 'submitted', 'returned'),
          ('submit', 'returned', 'submitted'),
          ('confirm', 'submitted', 'confirmed'),
          ('propose_denial', 'submitted', 'denial_proposed'),
          ('object', 'denial_proposed', 'submitted'),
          ('deny', 'submitted', 'denied'),
          ('deny', 'denial_proposed', 'denied'),
          ('send_anew', 'denied', 'submitted'),
          ('reopen', 'denied', 'submitted'),
          ('restore', 'submitted', 'confirmed'),
          ('restore', 'returned', 'confirmed'),
          ('restore', 'denial_proposed', 'confirmed'),
          ('restore', 'denied', 'confirmed'))),
        add constraint renewal_step_says_what_is_needed
          check ((move in ('return', 'submit', 'propose_denial', 'deny')) = (note is not null)),
        add constraint renewal_step_is_not_their_own
          check ((move in ('submit', 'send_anew')) = (actor_person_id = person_id)),
        add constraint renewal_step_denies_with_reasons check ((move in ('propose_denial', 'deny')) =
          (cardinality(reasons) > 0 and cardinality(clauses) > 0 and scheme_version_id is not null)),
        add constraint renewal_step_has_its_day 
          check (move not in ('propose_denial', 'object', 'deny', 'send_anew') or on_day is not null),
        add constraint renewal_step_late_is_told check ((move = 'send_anew') = (late is not null));
      do $$
      declare named text;
      begin
        select conname into strict named from pg_constraint where conrelid = 'renewal_step'::regclass and contype = 'c'
          and pg_get_constraintdef(oid) like '%new_expires_on IS NOT NULL%';
        execute format('alter table renewal_step drop constraint %I', named);
        select conname into strict named from pg_constraint where conrelid = 'appealable_decision'::regclass and contype = 'c'
          and pg_get_constraintdef(oid) like '%num_nonnulls%';
        execute format('alter table appealable_decision drop constraint %I', named);
      end $$;
      alter table renewal_step add constraint renewal_step_opens_a_term
        check ((move in ('confirm', 'restore')) = (new_expires_on is not null));

      alter table appealable_decision
        add column renewal_step_id uuid unique references renewal_step,
        add constraint appealable_decision_is_one
          check (num_nonnulls(decision_id, credential_event_id, sanction_id, renewal_step_id) = 1),
        add constraint appealable_decision_of_renewal check ((kind = 'renewal_denial') = (renewal_step_id is not null));

      create or replace function renewal_follows_step() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare current renewal%rowtype;
      begin
        select * into current from renewal where id = new.renewal_id for update;
        if current.state <> new.from_state then
          raise exception 'renewal % is %, not %', new.renewal_id, current.state, new.from_state
            using errcode = 'check_violation', constraint = 'renewal_step_starts_at_state';
        end if;
        if current.person_id <> new.person_id then
          raise exception 'renewal % is of another person', new.renewal_id using errcode = 'check_violation';
        end if;
        if new.to_state = 'confirmed' then
          update renewal set state = new.to_state, confirmed_by = new.actor_person_id, confirmed_at = new.created_at,
            new_expires_on = new.new_expires_on where id = new.renewal_id;
        elsif new.move = 'send_anew' then
          update renewal set state = new.to_state, submitted_on = new.on_day, submitted_at = new.created_at, late = new.late
            where id = new.renewal_id;
        else
          update renewal set state = new.to_state where id = new.renewal_id;
        end if;
        return null;
      end $$;

      -- Who denies: two persons unless the scheme says one, nobody near to the holder, and after an appeal others than before.
      create function renewal_step_keeps_apart() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare
        proposal renewal_step%rowtype;
        near text[] := '{}';
      begin
        if new.move in ('propose_denial', 'object', 'deny') then
          near := conduct_near(new.body_id, new.actor_person_id, new.person_id, new.on_day);
        end if;
        if new.move in ('propose_denial', 'object', 'deny', 'confirm') and exists (
          select from renewal_step e join renewal_step r on r.renewal_id = e.renewal_id and r.move = 'reopen'
            and (r.created_at, r.id) >= (e.created_at, e.id)
          where e.renewal_id = new.renewal_id and e.actor_person_id = new.actor_person_id
            and e.move in ('propose_denial', 'object', 'deny', 'reopen')
        ) then
          near := near || array['decided'];
        end if;
        if new.move in ('restore', 'reopen') and exists (
          select from renewal_step e where e.renewal_id = new.renewal_id and e.actor_person_id = new.actor_person_id
            and e.move in ('propose_denial', 'object', 'deny')
        ) then
          near := near || array['decided'];
        end if;
        if cardinality(near) > 0 then
          raise exception 'renewal is kept from this person: %', array_to_string(near, ', ')
            using errcode = 'check_violation', constraint = 'renewal_step_kept_apart';
        end if;
        if new.move in ('object', 'deny') and new.from_state = 'denial_proposed' then
          select * into proposal from renewal_step where renewal_id = new.renewal_id and move = 'propose_denial'
            order by created_at desc, id desc limit 1;
          if proposal.actor_person_id = new.actor_person_id then
            raise exception 'two persons deny' using errcode = 'check_violation', constraint = 'renewal_step_two_persons';
          end if;
          if new.move = 'deny' and (proposal.reasons, proposal.note) is distinct from (new.reasons, new.note) then
            raise exception 'something else was proposed' using errcode = 'check_violation', constraint = 'renewal_step_as_proposed';
          end if;
        elsif new.move = 'deny' and not exists (
          select from scheme_version v where v.id = new.scheme_version_id and v.definition #>> '{renewal,denial_by}' = 'one_person'
        ) then
          raise exception 'two persons deny' using errcode = 'check_violation', constraint = 'renewal_step_two_persons';
        end if;
        return new;
      end $$;
      create trigger renewal_step_keeps_apart before insert on renewal_step
        for each row execute function renewal_step_keeps_apart();

      -- As before; whoever returned or denied a renewal has no part in the appeal either.
      create or replace function appeal_kept_from(which uuid, someone uuid, deciding boolean, on_day date) returns text[]
        language sql stable set search_path = public as $$
        select conduct_near(a.body_id, someone, a.person_id, on_day) || array_remove(array[
          case when exists (select from application_event e
              where e.application_id = d.application_id and e.actor_person_id = someone and e.move in ('deny', 'grant'))
            or exists (select from credential_event e where e.decided_by = someone
              and e.id in (d.credential_event_id, s.register_event_id))
            or exists (select from complaint_event e where e.complaint_id = s.complaint_id
              and e.actor_person_id = someone and e.move in ('propose', 'object', 'dismiss', 'sanction'))
            or exists (select from sanction o left join sanction_event e on e.sanction_id = o.id and e.move = 'confirm'
              where o.complaint_id = s.complaint_id and someone in (o.decided_by, e.actor_person_id))
            or exists (select from renewal_step e where e.renewal_id = denial.renewal_id
              and e.actor_person_id = someone and e.move in ('propose_denial', 'object', 'deny'))
            then 'decided' end,
          case when exists (select from application_event e where e.application_id = d.application_id
              and e.actor_person_id = someone and e.move in ('claim', 'return', 'admit'))
            or exists (select from renewal_step e where e.renewal_id = denial.renewal_id
              and e.actor_person_id = someone and e.move = 'return')
            then 'reviewed' end,
          case when exists (select from complaint_event e where e.complaint_id = s.complaint_id and e.assignee_id = someone)
            or (deciding and exists (select from appeal_event e where e.appeal_id = a.id and e.assignee_id = someone))
            then 'handled' end,
          case when not deciding and exists (select from appeal_event e where e.appeal_id = a.id
              and e.actor_person_id = someone and e.move in ('propose', 'object')) then 'decided_here' end,
          case when exists (select from complaint_reporter r where r.complaint_id = s.complaint_id and r.person_id = someone)
            then 'reported' end
        ], null)
        from appeal a join appealable_decision d on d.id = a.decision_id left join sanction s on s.id = d.sanction_id
          left join renewal_step denial on denial.id = d.renewal_step_id
        where a.id = which
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
