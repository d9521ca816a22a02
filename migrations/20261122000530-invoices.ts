import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fees as invoices with status and reference; how they are paid is never known here. */
export class Invoices20261122000530 implements MigrationInterface {
  readonly name = 'Invoices20261122000530';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The moves of modules/certification/domain/invoice-state.ts, so that the database refuses every other one too.
      create table invoice_move (
        move text not null,
        from_state text not null,
        to_state text not null,
        primary key (move, from_state, to_state)
      );
      insert into invoice_move (move, from_state, to_state) values
        ('pay', 'open', 'paid'),
        ('waive', 'open', 'waived'),
        ('cancel', 'open', 'cancelled');

      create table invoice (
        id uuid primary key,
        number bigint not null generated always as identity (start with 1001),
        body_id uuid not null references organization,
        person_id uuid not null references person,
        -- The fee of the scheme, by its code there.
        fee text not null check (char_length(fee) between 1 and 100),
        scheme_version_id text not null references scheme_version,
        subject_kind text not null check (subject_kind in ('application', 'renewal')),
        subject_id uuid not null,
        amount_cents integer not null check (amount_cents > 0),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        state text not null default 'open' check (state in ('open', 'paid', 'waived', 'cancelled')),
        issued_on date not null,
        created_at timestamptz(3) not null,
        unique (body_id, id),
        unique (body_id, number)
      );
      -- A fee is asked once for one thing; a cancelled invoice asks for nothing.
      create unique index invoice_once on invoice (subject_id, fee) where state <> 'cancelled';
      create index invoice_person on invoice (person_id, created_at);
      create index invoice_desk on invoice (body_id, state, created_at, id);

      create table invoice_event (
        id uuid primary key,
        invoice_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        move text not null,
        from_state text not null,
        to_state text not null,
        actor_person_id uuid not null references person,
        -- The payment's own number, such as that of a bank's statement. Never a card's or an account's.
        reference text check (char_length(reference) between 1 and 100),
        reason_code text check (reason_code in ('hardship', 'grant_funded', 'body_error', 'not_owed')),
        note text check (char_length(note) between 1 and 1000),
        recorded_at timestamptz(3) not null,
        foreign key (body_id, invoice_id) references invoice (body_id, id),
        foreign key (move, from_state, to_state) references invoice_move,
        check ((move = 'pay') = (reference is not null)),
        check ((move = 'pay') = (reason_code is null)),
        check (move <> 'waive' or note is not null),
        check (actor_person_id <> person_id)
      );
      create index invoice_event_invoice on invoice_event (invoice_id, recorded_at);
      create trigger invoice_event_is_append_only before update or delete or truncate on invoice_event
        for each statement execute function forbid_change();

      -- The state column has no other writer: it follows the events, under a lock, from the state they say they start at.
      create function invoice_follows_event() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare current invoice%rowtype;
      begin
        select * into current from invoice where id = new.invoice_id for update;
        if current.state <> new.from_state or current.person_id <> new.person_id then
          raise exception 'invoice % is % of %', new.invoice_id, current.state, current.person_id
            using errcode = 'check_violation', constraint = 'invoice_event_starts_at_state';
        end if;
        update invoice set state = new.to_state where id = new.invoice_id;
        return null;
      end $$;
      create trigger invoice_follows_event after insert on invoice_event
        for each row execute function invoice_follows_event();

      grant select on invoice_move to goodstanding_web, goodstanding_jobs;
      grant select, insert on invoice, invoice_event to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
