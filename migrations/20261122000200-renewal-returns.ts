import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A renewal can be returned for more information, and is answered and sent again: its state, and what was said. */
export class RenewalReturns20261122000200 implements MigrationInterface {
  readonly name = 'RenewalReturns20261122000200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table renewal add column state text not null default 'submitted'
        constraint renewal_state_is_known check (state in ('submitted', 'returned', 'confirmed'));

      -- What happened to a renewal after it was sent.
      create table renewal_step (
        id uuid primary key,
        body_id uuid not null,
        renewal_id uuid not null,
        person_id uuid not null references person,
        move text not null,
        from_state text not null,
        to_state text not null,
        actor_person_id uuid not null references person,
        -- To the person from the registrar, or the person's answer.
        note text check (char_length(note) between 1 and 2000),
        new_expires_on date,
        created_at timestamptz(3) not null,
        foreign key (body_id, renewal_id) references renewal (body_id, id),
        -- Every move there is: modules/renewals/domain/renewal-state.ts has the same table.
        constraint renewal_step_is_a_move check ((move, from_state, to_state) in (
          ('return', 'submitted', 'returned'),
          ('submit', 'returned', 'submitted'),
          ('confirm', 'submitted', 'confirmed'))),
        constraint renewal_step_says_what_is_needed check ((move = 'confirm') = (note is null)),
        check ((move = 'confirm') = (new_expires_on is not null)),
        -- The person answers for themselves; nobody returns or confirms their own.
        constraint renewal_step_is_not_their_own check ((move = 'submit') = (actor_person_id = person_id))
      );
      create index renewal_step_renewal on renewal_step (renewal_id, created_at);

      insert into renewal_step (id, body_id, renewal_id, person_id, move, from_state, to_state, actor_person_id,
                                new_expires_on, created_at)
      select uuidv7(), body_id, id, person_id, 'confirm', 'submitted', 'confirmed', confirmed_by, new_expires_on, confirmed_at
      from renewal where confirmed_at is not null;
      alter table renewal disable trigger renewal_is_settled_once;
      update renewal set state = 'confirmed' where confirmed_at is not null;
      alter table renewal enable trigger renewal_is_settled_once;
      alter table renewal add constraint renewal_state_is_told check ((state = 'confirmed') = (confirmed_at is not null));
      drop index renewal_waiting;
      create index renewal_waiting on renewal (body_id, term_ends_on, id) where state = 'submitted';

      create trigger renewal_step_is_append_only before update or delete or truncate on renewal_step
        for each statement execute function forbid_change();

      -- The state has no other writer: it follows the steps, under a lock, from the state they say they start at.
      create function renewal_follows_step() returns trigger
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
        if new.move = 'confirm' then
          update renewal set state = new.to_state, confirmed_by = new.actor_person_id, confirmed_at = new.created_at,
            new_expires_on = new.new_expires_on where id = new.renewal_id;
        else
          update renewal set state = new.to_state where id = new.renewal_id;
        end if;
        return null;
      end $$;
      create trigger renewal_follows_step after insert on renewal_step
        for each row execute function renewal_follows_step();

      grant select, insert on renewal_step to goodstanding_web, goodstanding_jobs;
      -- What stays is needed to hold a row (for update); the constraint keeps it from being written without the state.
      revoke update (confirmed_by, new_expires_on) on renewal from goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
