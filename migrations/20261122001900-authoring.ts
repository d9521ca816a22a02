import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses in the making: drafts with their files, what a second person says of them, the word of communities. */
export class Authoring20261122001900 implements MigrationInterface {
  readonly name = 'Authoring20261122001900';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table membership drop constraint membership_role_of_kind;
      alter table membership add constraint membership_role_of_kind check (
        (organization_kind = 'certifying-body' and role in ('administrator', 'reviewer', 'decider', 'registrar',
          'item-author', 'item-reviewer', 'psychometrician', 'item-judge', 'content-author', 'content-reviewer'))
        or (organization_kind = 'employer' and role = 'roster-manager')
        or (organization_kind = 'training-provider' and role in ('instructor', 'content-author', 'content-reviewer'))
      );

      -- The moves of modules/authoring/domain/draft-states.ts, so that the database refuses every other one too.
      create table course_draft_move (
        move text not null,
        from_state text not null,
        to_state text not null,
        primary key (from_state, to_state)
      );
      insert into course_draft_move (move, from_state, to_state) values
        ('hand_in', 'draft', 'in_review'),
        ('return', 'in_review', 'draft'),
        ('return', 'reviewed', 'draft'),
        ('review', 'in_review', 'reviewed'),
        ('publish', 'reviewed', 'published'),
        ('discard', 'draft', 'discarded'),
        ('discard', 'in_review', 'discarded'),
        ('discard', 'reviewed', 'discarded');

      create table course_draft (
        id uuid primary key,
        organization_id uuid not null references organization,
        -- No reference: a course that is new has no line before its first version is published.
        course_code text not null check (course_code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
        base_version_id text references course_version,
        state text not null default 'draft'
          check (state in ('draft', 'in_review', 'reviewed', 'published', 'discarded')),
        begun_by uuid not null references person,
        created_at timestamptz(3) not null,
        reviewed_by uuid references person,
        reviewed_at timestamptz(3),
        settled_by uuid references person,
        settled_at timestamptz(3),
        published_version_id text references course_version,
        check ((reviewed_by is null) = (reviewed_at is null)),
        check (state <> 'reviewed' and state <> 'published' or reviewed_by is not null),
        check (state in ('reviewed', 'published', 'discarded') or reviewed_by is null),
        check ((state in ('published', 'discarded')) = (settled_by is not null)),
        check ((settled_by is null) = (settled_at is null)),
        check ((state = 'published') = (published_version_id is not null))
      );
      create index course_draft_organization on course_draft (organization_id, id);
      -- Two drafts of one course in one organization would overwrite each other.
      create unique index course_draft_one_open on course_draft (organization_id, course_code)
        where state in ('draft', 'in_review', 'reviewed');
      create index course_draft_published on course_draft (course_code, settled_at) where state = 'published';

      -- What each file said after each time it was saved; the highest revision holds. Saving twice from one revision is refused by
      -- the key, whoever comes second is told.
      create table course_draft_file (
        draft_id uuid not null references course_draft,
        path text not null check (path ~ '^(course\\.yaml|quiz\\.yaml|(lessons|sessions)/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.md)$'),
        revision integer not null check (revision > 0),
        text text not null check (char_length(text) between 1 and 400000),
        saved_by uuid not null references person,
        saved_at timestamptz(3) not null,
        primary key (draft_id, path, revision)
      );
      create trigger course_draft_file_is_append_only before update or delete or truncate on course_draft_file
        for each statement execute function forbid_change();

      create table course_draft_comment (
        id uuid primary key,
        draft_id uuid not null references course_draft,
        -- Null for a word on the whole.
        path text,
        text text not null check (char_length(text) between 1 and 5000),
        written_by uuid not null references person,
        created_at timestamptz(3) not null
      );
      create index course_draft_comment_draft on course_draft_comment (draft_id, id);
      create trigger course_draft_comment_is_append_only before update or delete or truncate on course_draft_comment
        for each statement execute function forbid_change();

      -- Learning about a community is published with that community's word: who gave it, when, and to which text.
      create table community_approval (
        id uuid primary key,
        draft_id uuid not null references course_draft,
        course_code text not null,
        category_code text not null references competency,
        text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
        reviewer_name text not null check (char_length(reviewer_name) between 1 and 200),
        speaks_for text not null check (char_length(speaks_for) between 1 and 300),
        approved_on date not null,
        recorded_by uuid not null references person,
        created_at timestamptz(3) not null
      );
      create index community_approval_text on community_approval (course_code, category_code, text_hash);
      create index community_approval_draft on community_approval (draft_id, id);
      create trigger community_approval_is_append_only before update or delete or truncate on community_approval
        for each statement execute function forbid_change();

      -- Who wrote any of it: began the draft or saved a file.
      create function wrote_course_draft(draft uuid, person uuid) returns boolean
        language sql stable security definer set search_path = public as $$
        select exists (select from course_draft d where d.id = draft and d.begun_by = person)
          or exists (select from course_draft_file f where f.draft_id = draft and f.saved_by = person)
      $$;

      create function course_draft_moves() returns trigger
        language plpgsql security definer set search_path = public as $$
      begin
        if tg_op = 'INSERT' then
          if new.state <> 'draft' then
            raise exception 'course_draft % cannot begin as %', new.id, new.state
              using errcode = 'check_violation', constraint = 'course_draft_moves';
          end if;
          return new;
        end if;
        if new.state <> old.state and not exists (
          select from course_draft_move m where m.from_state = old.state and m.to_state = new.state
        ) then
          raise exception 'course_draft % cannot become %', new.id, new.state
            using errcode = 'check_violation', constraint = 'course_draft_moves';
        end if;
        -- Reviewed and published by somebody who wrote none of it.
        if new.state = 'reviewed' and wrote_course_draft(new.id, new.reviewed_by)
          or new.state = 'published'
            and (wrote_course_draft(new.id, new.reviewed_by) or wrote_course_draft(new.id, new.settled_by)) then
          raise exception 'course_draft % is reviewed and published by a second person', new.id
            using errcode = 'check_violation', constraint = 'course_draft_second_person';
        end if;
        return new;
      end $$;
      create trigger course_draft_moves before insert or update on course_draft
        for each row execute function course_draft_moves();

      -- What is being reviewed does not change meanwhile: the row is held, so that a save and a move wait for each other.
      create function course_draft_file_of_draft() returns trigger
        language plpgsql security definer set search_path = public as $$
      declare
        now_in text;
      begin
        select state into now_in from course_draft where id = new.draft_id for update;
        if now_in <> 'draft' then
          raise exception 'course_draft % is %', new.draft_id, now_in
            using errcode = 'check_violation', constraint = 'course_draft_file_of_draft';
        end if;
        return new;
      end $$;
      create trigger course_draft_file_of_draft before insert on course_draft_file
        for each row execute function course_draft_file_of_draft();

      -- The word of a community is not written down by whoever wrote the text.
      create function community_approval_second_person() returns trigger
        language plpgsql security definer set search_path = public as $$
      begin
        if wrote_course_draft(new.draft_id, new.recorded_by) then
          raise exception 'whoever wrote the text does not record its approval'
            using errcode = 'check_violation', constraint = 'community_approval_second_person';
        end if;
        return new;
      end $$;
      create trigger community_approval_second_person before insert on community_approval
        for each row execute function community_approval_second_person();

      grant select on course_draft_move to goodstanding_web, goodstanding_jobs;
      grant select, insert on course_draft, course_draft_file, course_draft_comment, community_approval
        to goodstanding_web, goodstanding_jobs;
      grant update (state, reviewed_by, reviewed_at, settled_by, settled_at, published_version_id) on course_draft
        to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
