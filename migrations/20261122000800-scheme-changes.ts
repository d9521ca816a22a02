import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of scheme versions, and previews of whom they would touch. */
export class SchemeChanges20261122000800 implements MigrationInterface {
  readonly name = 'SchemeChanges20261122000800';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The moves of modules/scheme-changes/domain/states.ts, so that the database refuses every other one too.
      create table scheme_draft_move (
        move text not null,
        from_state text not null,
        to_state text not null,
        primary key (from_state, to_state)
      );
      insert into scheme_draft_move (move, from_state, to_state) values
        ('publish', 'draft', 'published'),
        ('replace', 'draft', 'replaced'),
        ('discard', 'draft', 'discarded');

      create table impact_preview_move (
        move text not null,
        from_state text not null,
        to_state text not null,
        primary key (from_state, to_state)
      );
      insert into impact_preview_move (move, from_state, to_state) values
        ('finish', 'running', 'done'),
        ('stop', 'running', 'stopped');

      -- A row begins in its first state and moves only as its table of moves says: trigger arguments are that table and state.
      create function scheme_change_moves() returns trigger language plpgsql as $$
      declare listed boolean;
      begin
        if tg_op = 'INSERT' then
          listed := new.state = tg_argv[1];
        elsif new.state = old.state then
          listed := true;
        else
          execute format('select exists (select from %I where from_state = $1 and to_state = $2)', tg_argv[0])
            into listed using old.state, new.state;
        end if;
        if not listed then
          raise exception '% % cannot become %', tg_table_name, new.id, new.state
            using errcode = 'check_violation', constraint = tg_table_name || '_moves';
        end if;
        return new;
      end $$;

      create table scheme_draft (
        id uuid primary key,
        body_id uuid not null references organization,
        scheme_code text not null,
        version text not null check (char_length(version) between 1 and 200),
        title text not null,
        -- What the version's id will be: sha256 of the canonical text of body and definition.
        version_id text not null check (version_id ~ '^[0-9a-f]{64}$'),
        source text not null check (char_length(source) between 1 and 200000),
        definition jsonb not null,
        effective_from date not null,
        -- The version that would cover effective_from without this one.
        base_version_id text not null,
        state text not null default 'draft' check (state in ('draft', 'published', 'replaced', 'discarded')),
        drafted_by uuid not null references person,
        settled_by uuid references person,
        settled_at timestamptz(3),
        published_version_id text,
        created_at timestamptz(3) not null,
        unique (body_id, id),
        foreign key (body_id, base_version_id) references scheme_version (body_id, id),
        foreign key (body_id, published_version_id) references scheme_version (body_id, id),
        check ((state = 'draft') = (settled_by is null)),
        check ((settled_by is null) = (settled_at is null)),
        check ((state = 'published') = (published_version_id is not null)),
        check (published_version_id = version_id),
        -- Two persons for every publication.
        check (state <> 'published' or settled_by <> drafted_by)
      );
      create index scheme_draft_body on scheme_draft (body_id, id);
      create trigger scheme_draft_moves before insert or update on scheme_draft
        for each row execute function scheme_change_moves('scheme_draft_move', 'draft');

      create table impact_preview (
        id uuid primary key,
        body_id uuid not null,
        draft_id uuid not null,
        state text not null default 'running' check (state in ('running', 'done', 'stopped')),
        -- The day whose evidence is held against both versions.
        as_of date not null,
        -- How many open applications and credentials there were when it began.
        applications integer not null check (applications >= 0),
        credentials integer not null check (credentials >= 0),
        asked_by uuid not null references person,
        created_at timestamptz(3) not null,
        finished_at timestamptz(3),
        unique (body_id, id),
        foreign key (body_id, draft_id) references scheme_draft (body_id, id),
        check ((state = 'running') = (finished_at is null))
      );
      create unique index impact_preview_one_running on impact_preview (draft_id) where state = 'running';
      create index impact_preview_draft on impact_preview (draft_id, id);
      create trigger impact_preview_moves before insert or update on impact_preview
        for each row execute function scheme_change_moves('impact_preview_move', 'running');

      -- A range of persons, gone through by key; "reached" is the last person whose result is kept.
      create table impact_part (
        preview_id uuid not null,
        body_id uuid not null,
        number integer not null check (number > 0),
        kind text not null check (kind in ('application', 'credential')),
        above uuid,
        up_to uuid,
        reached uuid,
        counted integer not null default 0 check (counted >= 0),
        -- Of these, whom the new version would hold for.
        bound integer not null default 0 check (bound between 0 and counted),
        done_at timestamptz(3),
        primary key (preview_id, number),
        foreign key (body_id, preview_id) references impact_preview (body_id, id)
      );

      create table impact_difference (
        preview_id uuid not null,
        body_id uuid not null,
        -- The application or the credential.
        subject_id uuid not null,
        kind text not null check (kind in ('application', 'credential')),
        person_id uuid not null references person,
        outcome text not null check (outcome in ('gains', 'loses', 'date', 'needs')),
        bound boolean not null,
        before_on date,
        after_on date,
        changes jsonb not null check (jsonb_typeof(changes) = 'array'),
        primary key (preview_id, subject_id),
        foreign key (body_id, preview_id) references impact_preview (body_id, id)
      );

      grant select on scheme_draft_move, impact_preview_move to goodstanding_web, goodstanding_jobs;
      grant select, insert on scheme_draft, impact_preview, impact_part, impact_difference
        to goodstanding_web, goodstanding_jobs;
      -- What was drafted stays as it was drafted; only what became of it is written later.
      grant update (state, settled_by, settled_at, published_version_id) on scheme_draft
        to goodstanding_web, goodstanding_jobs;
      grant update (state, finished_at) on impact_preview to goodstanding_web, goodstanding_jobs;
      grant update (reached, counted, bound, done_at) on impact_part to goodstanding_jobs;
      -- Results about persons are kept only as long as somebody decides by them.
      grant delete on impact_difference to goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
