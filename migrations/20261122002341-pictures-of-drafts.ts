import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures that authors add to drafts of courses, and photos (JPEG) in courses. */
export class PicturesOfDrafts20261122002341 implements MigrationInterface {
  readonly name = 'PicturesOfDrafts20261122002341';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table course_picture drop constraint course_picture_type_check;
      alter table course_picture add constraint course_picture_type_check
        check (type in ('image/svg+xml', 'image/png', 'image/jpeg'));

      -- What stood behind a name after each time it was put there or taken away (then without bytes); the highest revision holds.
      -- The bytes are cleaned: no place or time of a photo. A picture of a published version is kept in course_picture.
      create table course_draft_picture (
        draft_id uuid not null references course_draft,
        name text not null check (name ~ '^[a-z0-9][a-z0-9-]{0,59}[.](svg|png|jpg)$'),
        revision integer not null check (revision > 0),
        -- The words for those who do not see it.
        alt text not null check (char_length(alt) <= 500),
        type text check (type in ('image/svg+xml', 'image/png', 'image/jpeg')),
        bytes bytea check (octet_length(bytes) between 1 and 1000000),
        content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
        saved_by uuid not null references person,
        saved_at timestamptz(3) not null,
        primary key (draft_id, name, revision),
        check (num_nulls(type, bytes, content_hash) in (0, 3)),
        check (bytes is null or char_length(alt) > 0)
      );
      create trigger course_draft_picture_is_append_only before update or delete or truncate on course_draft_picture
        for each statement execute function forbid_change();
      create trigger course_draft_picture_of_draft before insert on course_draft_picture
        for each row execute function course_draft_file_of_draft();
      grant select, insert on course_draft_picture to goodstanding_web, goodstanding_jobs;

      -- Whoever put a picture into a draft had a hand in it too.
      create or replace function wrote_course_draft(draft uuid, person uuid) returns boolean
        language sql stable security definer set search_path = public as $$
        select exists (select from course_draft d where d.id = draft and d.begun_by = person)
          or exists (select from course_draft_file f where f.draft_id = draft and f.saved_by = person)
          or exists (select from course_draft_picture p where p.draft_id = draft and p.saved_by = person)
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
