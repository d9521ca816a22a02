import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who teaches a group is kept from exam items as instructors by role are, and who works with items teaches no group. */
export class TeachingAndItems20261122001720 implements MigrationInterface {
  readonly name = 'TeachingAndItems20261122001720';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create or replace function teaches_somebody(person uuid, body uuid, at timestamptz) returns text
        language sql stable security definer set search_path = public as $$
        with period as (
          select at - make_interval(months => body_setting_of(body, 'kept_apart_months', 24)) as since
        )
        select case
          when exists (
            select from membership m, period
            where m.person_id = person and m.role = 'instructor' and (m.until_at is null or m.until_at > since)
          ) or exists (
            select from cohort_instructor i join cohort c on c.id = i.cohort_id, period
            where i.person_id = person and c.ends_on > since::date
          ) then 'instructs'
          when exists (
            select from fact f, period
            where f.voucher_person_id = person and f.voucher_method = 'course'
              and (f.recorded_at > since or f.occurred_on > since::date)
          ) then 'trained'
        end
      $$;

      create function cohort_instructor_keeps_items_apart() returns trigger
        language plpgsql security definer set search_path = public as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended('item-bank:' || new.person_id, 0));
        if works_in_item_bank(new.person_id, new.created_at) then
          raise exception 'who works in an item bank teaches no group'
            using errcode = 'check_violation', constraint = 'cohort_instructor_in_bank';
        end if;
        return new;
      end $$;
      create trigger cohort_instructor_keeps_items_apart before insert on cohort_instructor
        for each row execute function cohort_instructor_keeps_items_apart();
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
