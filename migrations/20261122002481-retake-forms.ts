import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever sits an exam again is asked a form that they have not seen, unless the exam says otherwise. */
export class RetakeForms20261122002481 implements MigrationInterface {
  readonly name = 'RetakeForms20261122002481';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- another: a retake waits for a form that the person has not seen; any: it may be one that they have.
      alter table exam add column retake_form text not null default 'another' check (retake_form in ('another', 'any'));

      create function sitting_asks_another_form() returns trigger
        language plpgsql security definer set search_path = public as $$
      begin
        if (select e.retake_form from exam e where e.id = new.exam_id) = 'another'
            and exists (select from sitting s where s.person_id = new.person_id and s.form_id = new.form_id) then
          raise exception 'this person has seen form %', new.form_id
            using errcode = 'check_violation', constraint = 'sitting_asks_another_form';
        end if;
        return new;
      end $$;
      create trigger sitting_asks_another_form before insert on sitting
        for each row execute function sitting_asks_another_form();

      create index sitting_of_person_at_form on sitting (form_id, person_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
