import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Waivers that were taken back; readers of a case file that its body's roles name. Class: legal file. */
export class WaiverEndingsAndFirstReaders20261122001410 implements MigrationInterface {
  readonly name = 'WaiverEndingsAndFirstReaders20261122001410';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table requirement_waiver add unique (application_id, id);
      create table requirement_waiver_end (
        id uuid primary key,
        waiver_id uuid not null unique,
        application_id uuid not null,
        body_id uuid not null,
        person_id uuid not null references person,
        reason text not null check (char_length(reason) between 1 and 2000),
        -- The retraction of the waiver's fact.
        fact_id uuid not null,
        ended_by uuid not null references person,
        ended_at timestamptz(3) not null,
        foreign key (application_id, waiver_id) references requirement_waiver (application_id, id),
        foreign key (body_id, application_id) references application (body_id, id),
        foreign key (person_id, fact_id) references fact (person_id, id),
        check (ended_by <> person_id)
      );
      create index requirement_waiver_end_application on requirement_waiver_end (application_id);
      create trigger requirement_waiver_end_is_append_only before update or delete or truncate on requirement_waiver_end
        for each statement execute function forbid_change();
      grant select, insert on requirement_waiver_end to goodstanding_web, goodstanding_jobs;

      -- Set aside once at a time: what was taken back can be set aside anew. The application's row is locked by whoever waives.
      alter table requirement_waiver drop constraint requirement_waiver_application_id_clause_id_key;
      create index requirement_waiver_clause on requirement_waiver (application_id, clause_id);
      create function requirement_waiver_is_the_only_one() returns trigger
        language plpgsql security definer set search_path = public as $$
      begin
        if exists (select from requirement_waiver w where w.application_id = new.application_id and w.clause_id = new.clause_id
                   and not exists (select from requirement_waiver_end e where e.waiver_id = w.id)) then
          raise exception 'requirement % of application % is set aside already', new.clause_id, new.application_id
            using errcode = 'unique_violation', constraint = 'requirement_waiver_is_the_only_one';
        end if;
        return new;
      end $$;
      create trigger requirement_waiver_is_the_only_one before insert on requirement_waiver
        for each row execute function requirement_waiver_is_the_only_one();

      -- Null: named by a role of the body when the file was opened.
      alter table case_file_reader alter column granted_by drop not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
