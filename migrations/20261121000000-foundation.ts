import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles, and the tables of src/platform: installation, clock, idempotency, audit, outbox, kept forms. */
export class Foundation20261121000000 implements MigrationInterface {
  name = 'Foundation20261121000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;

      create function forbid_change() returns trigger language plpgsql as $$
      begin
        raise exception '% on % is forbidden: rows of this table are never changed', tg_op, tg_table_name
          using errcode = 'restrict_violation';
      end $$;

      create table installation (
        singleton boolean primary key default true check (singleton),
        demonstration boolean not null,
        created_at timestamptz(3) not null default now()
      );
      create trigger installation_is_final before update or delete or truncate on installation
        for each statement execute function forbid_change();

      create table demonstration_clock (
        singleton boolean primary key default true check (singleton),
        offset_ms bigint not null default 0
      );
      create function demonstration_clock_moves_forward() returns trigger language plpgsql as $$
      begin
        if new.offset_ms < old.offset_ms then
          raise exception 'the demonstration clock only moves forward' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger demonstration_clock_moves_forward before update on demonstration_clock
        for each row execute function demonstration_clock_moves_forward();

      create table idempotency (
        key text primary key,
        request_hash text not null,
        answer jsonb,
        created_at timestamptz(3) not null
      );
      create index idempotency_created_at on idempotency (created_at);

      create table kept_form (
        id text primary key,
        path text not null,
        fields jsonb not null,
        created_at timestamptz(3) not null
      );

      create table audit (
        id uuid primary key,
        recorded_at timestamptz(3) not null,
        actor_kind text not null,
        actor_id text,
        action text not null,
        subject_kind text not null,
        subject_id text not null,
        body_id uuid,
        person_id uuid,
        request_id text not null,
        details jsonb not null default '{}'
      );
      create index audit_subject on audit (subject_kind, subject_id, recorded_at);
      create index audit_person on audit (person_id, recorded_at) where person_id is not null;
      create trigger audit_is_append_only before update or delete or truncate on audit
        for each statement execute function forbid_change();

      create table outbox (
        id uuid primary key,
        kind text not null,
        order_key text,
        payload jsonb not null,
        due_at timestamptz(3) not null,
        created_at timestamptz(3) not null,
        offered_at timestamptz,
        attempts integer not null default 0,
        last_error text,
        done_at timestamptz(3),
        parked_at timestamptz(3)
      );
      create index outbox_open on outbox (due_at, id) where done_at is null and parked_at is null;
      create index outbox_order on outbox (order_key, id) where done_at is null and order_key is not null;

      grant usage on schema public to goodstanding_web, goodstanding_jobs, goodstanding_verifier;
      grant select on installation, demonstration_clock, migrations to goodstanding_web, goodstanding_jobs, goodstanding_verifier;
      grant update on demonstration_clock to goodstanding_web;
      grant select, insert, update on idempotency to goodstanding_web, goodstanding_jobs;
      grant delete on idempotency to goodstanding_jobs;
      grant select, insert, delete on kept_form to goodstanding_web, goodstanding_jobs;
      grant select, insert on audit to goodstanding_web, goodstanding_jobs;
      grant select, insert on outbox to goodstanding_web;
      grant select, insert, update, delete on outbox to goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are forward only.');
  }
}
