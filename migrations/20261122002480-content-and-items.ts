import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who writes or reviews what candidates are taught is kept from exam items as who teaches it is (ISO/IEC 17024, 5.2). */
export class ContentAndItems20261122002480 implements MigrationInterface {
  readonly name = 'ContentAndItems20261122002480';

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
            select from membership m, period
            where m.person_id = person and m.role in ('content-author', 'content-reviewer')
              and (m.until_at is null or m.until_at > since)
          ) then 'writes'
          when exists (
            select from fact f, period
            where f.voucher_person_id = person and f.voucher_method = 'course'
              and (f.recorded_at > since or f.occurred_on > since::date)
          ) then 'trained'
        end
      $$;

      create or replace function membership_keeps_items_apart() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare
        why text;
      begin
        -- Both at the same moment: the second waits here and then sees the first.
        perform pg_advisory_xact_lock(hashtextextended('item-bank:' || new.person_id, 0));
        if new.role in ('instructor', 'content-author', 'content-reviewer')
            and works_in_item_bank(new.person_id, new.created_at) then
          raise exception 'who works in an item bank neither teaches nor writes what is taught'
            using errcode = 'check_violation',
              constraint = case when new.role = 'instructor' then 'membership_instructor_in_bank' else 'membership_content_in_bank' end;
        end if;
        if new.role in ('item-author', 'item-reviewer', 'psychometrician', 'item-judge') then
          why := teaches_somebody(new.person_id, new.organization_id, new.created_at);
          if why is not null then
            raise exception 'who teaches does not work in an item bank: %', why
              using errcode = 'check_violation', constraint = 'membership_bank_' || why;
          end if;
        end if;
        return new;
      end $$;

      drop trigger membership_keeps_items_apart on membership;
      create trigger membership_keeps_items_apart before insert on membership
        for each row when (new.role in ('instructor', 'content-author', 'content-reviewer',
          'item-author', 'item-reviewer', 'psychometrician', 'item-judge'))
        execute function membership_keeps_items_apart();
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
