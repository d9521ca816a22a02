import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Competency frameworks by content hash, the map between competencies and topics, and what teaches them. No person's data. */
export class Competencies20261121000400 implements MigrationInterface {
  readonly name = 'Competencies20261121000400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A version is its content: the id is the SHA-256 of the canonical definition.
      create table competency_framework_version (
        id text primary key check (id ~ '^[0-9a-f]{64}$'),
        framework_code text not null check (char_length(framework_code) between 1 and 60),
        definition jsonb not null,
        created_at timestamptz(3) not null,
        unique (framework_code, id)
      );
      create trigger competency_framework_version_is_append_only
        before update or delete or truncate on competency_framework_version
        for each statement execute function forbid_change();

      create table competency_framework (
        code text primary key,
        current_version_id text not null,
        created_at timestamptz(3) not null,
        foreign key (code, current_version_id) references competency_framework_version (framework_code, id)
      );

      -- Categories and statements. A code is never removed, since evidence and items name it; it is retired.
      create table competency (
        code text primary key check (char_length(code) between 1 and 60),
        framework_code text not null references competency_framework,
        category_code text references competency,
        place integer not null check (place >= 1),
        title text not null,
        awaiting text,
        retired_at timestamptz(3),
        created_at timestamptz(3) not null
      );
      create unique index competency_place on competency (framework_code, place) where retired_at is null;

      -- Training domain, exam domain and continuing-education topic are three vocabularies, though words may coincide.
      create table competency_topic (
        kind text not null check (kind in ('training', 'exam', 'ce')),
        code text not null,
        title text not null,
        primary key (kind, code)
      );
      create table competency_mapping (
        competency_code text not null references competency,
        kind text not null,
        topic_code text not null,
        primary key (competency_code, kind, topic_code),
        foreign key (kind, topic_code) references competency_topic (kind, code)
      );

      -- What teaches a competency: told by the modules that own the teaching whenever they publish.
      create table competency_coverage (
        competency_code text not null references competency,
        course_code text not null,
        course_title text not null,
        lessons integer not null check (lessons >= 0),
        items integer not null check (items >= 0),
        primary key (competency_code, course_code)
      );

      grant select, insert on competency_framework_version, competency_framework, competency
        to goodstanding_web, goodstanding_jobs;
      grant update (current_version_id) on competency_framework to goodstanding_web, goodstanding_jobs;
      grant update (category_code, place, title, awaiting, retired_at) on competency to goodstanding_web, goodstanding_jobs;
      grant select, insert, update, delete on competency_topic, competency_mapping, competency_coverage
        to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
