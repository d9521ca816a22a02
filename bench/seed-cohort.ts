import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { parse } from 'yaml';
import { schemeFile } from '../modules/schemes/domain/scheme-definition.js';
import { projectRoot } from '../src/config/project-root.js';

/** A body's people: every second one applies, the others hold the credential. */
export interface Cohort {
  bodyId: string;
  administratorId: string;
}

export const FACTS_EACH = 60;

const SCHEME_VERSION = 'b'.repeat(64);
const FIRST_DAY = '2024-03-01';

/**
 * Fills an empty, migrated database with people who have 60 facts each: what an application asks, half of it in time for the
 * present rules, and the hours of practice, supervision and continuing education around it. Facts are written as they come in
 * over the years, first the first one of everybody, so that nobody's lie side by side. Triggers are off: the rows are what the
 * product would write.
 */
export async function seedCohort(owner: pg.Client, people: number): Promise<Cohort> {
  const [bodyId, administratorId] = [randomUUID(), randomUUID()];
  const yaml = readFileSync(join(projectRoot, 'content/schemes/icrc-pr.yaml'), 'utf8');
  const definition = schemeFile.parse(parse(yaml)).schemes[0];
  await owner.query(`set session_replication_role = replica`);
  await owner.query(
    `insert into organization (id, kind, slug, name, address, time_zone, contact_email, scope_statement, created_at)
     values ($1, 'certifying-body', 'bench', 'Juniper Valley Peer Certification Board', '1 Main Street',
             'America/New_York', 'desk@bench.example', 'Peer support', now())`,
    [bodyId],
  );
  await owner.query(
    `insert into scheme_version (id, body_id, code, version, title, definition, effective_from, created_at)
     values ($1, $2, $3, $4, $5, $6, '2020-01-01', now())`,
    [SCHEME_VERSION, bodyId, definition.id, definition.version, definition.title, JSON.stringify(definition)],
  );
  await owner.query(
    `insert into person (id, number, legal_name, created_at) values ($1, 'P-99999-99999', 'Ada Administrator', now())`,
    [administratorId],
  );
  await owner.query(`create table bench_person (n int, person uuid, subject uuid, event uuid)`);
  await owner.query(COHORT, [people]);
  await owner.query(PEOPLE);
  await owner.query(APPLICATIONS, [bodyId, definition.id, SCHEME_VERSION]);
  await owner.query(CREDENTIALS, [bodyId, definition.id, SCHEME_VERSION, definition.title, FIRST_DAY]);
  await withoutIndexes(owner, async () => {
    for (let nth = 0; nth < FACTS_EACH; nth += 1) await owner.query(FACTS, [nth, bodyId, FIRST_DAY]);
  });
  await owner.query(`set session_replication_role = default`);
  await owner.query('vacuum analyze');
  return { bodyId, administratorId };
}

/** Millions of rows are in sooner when their indexes are made afterwards: the primary key and the uniqueness others refer to stay. */
async function withoutIndexes(owner: pg.Client, write: () => Promise<void>): Promise<void> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = 'fact'::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  await write();
  await owner.query(`set maintenance_work_mem = '512MB'`);
  for (const { definition } of rows) await owner.query(definition);
}

const COHORT = `
  insert into bench_person (n, person, subject, event)
  select n, gen_random_uuid() as person, uuidv7() as subject, uuidv7() as event from generate_series(1, $1::int) as n`;

const PEOPLE = `
  insert into person (id, number, legal_name, created_at)
    select c.person, 'P-' || substr(lpad(c.n::text, 10, '0'), 1, 5) || '-' || substr(lpad(c.n::text, 10, '0'), 6),
      'Rosalind Okonkwo', now() from bench_person c`;

const APPLICATIONS = `
  insert into application (id, body_id, person_id, scheme_code, scheme_version_id, state, state_since, begun_on, created_at)
  select subject, $1, person, $2, $3, 'submitted', now(), current_date - 30, now() from bench_person where n % 2 = 0`;

const CREDENTIALS = `
  with credentials as (
    insert into credential (id, body_id, person_id, number, scheme_code, scheme_version_id, title, scope, application_id,
      decision_id, anchor_on, verification_token, created_at)
    select subject, $1::uuid, person, regexp_replace(translate(lpad(n::text, 12, '0'), '01', 'AB'), '(.{4})(.{4})(.{4})', 'GS-\\1-\\2-\\3-2'), $2::text, $3::text, $4::text, null, subject, subject, $5::date, lpad(n::text, 22, '0'), now()
    from bench_person where n % 2 = 1
  )
  insert into credential_state (credential_id, body_id, person_id, scheme_code, status, status_from, stage, term_number,
    starts_on, expires_on, holder_name, holder_name_language, surname_keys, last_event_id, last_recorded_at)
  select subject, $1::uuid, person, $2::text, 'active', $5::date, 'full', 1, $5::date, ($5::date + interval '3 years')::date,
    'Rosalind Okonkwo', 'en', '{okonkwo}', event, now()
  from bench_person where n % 2 = 1`;

/**
 * $1: which of the 60 facts, for everybody. The first five answer requirements; then come twelve trainings, eight pieces of
 * continuing education, nine of supervision and twenty-six weeks of practice, in the four domains in turn. Every person has a
 * few minutes more or less than another, so that some just meet the rules and some do not.
 */
const FACTS = `
  insert into fact (id, person_id, body_id, kind, code, topics, minutes, value, occurred_on, recorded_at, voucher_method,
    source_module, source_id)
  select uuidv7(), c.person, case when f.kind in ('training', 'continuing_education', 'document') then $2::uuid end,
    f.kind, f.code,
    case when f.minutes is null then '[]' else
      jsonb_build_array(jsonb_build_object('topic', f.topic, 'minutes', f.minutes + m.extra)) end,
    f.minutes + m.extra, f.value, $3::date + ($1::int * 11 + c.n % 7), now() - interval '1 year' + $1 * interval '5 days',
    f.voucher, 'bench', c.n || ' ' || $1
  from bench_person c
  cross join lateral (select (c.n % 5) * 15 as extra, (array['advocacy', 'mentoring_education',
    'recovery_wellness_support', 'ethical_responsibility'])[1 + $1::int % 4] as domain) m
  cross join lateral (
    select 'attestation' as kind, 'lived_experience' as code, null as topic, null::int as minutes, '{}'::jsonb as value,
      'self' as voucher where $1 = 0
    union all select 'document', 'high_school_diploma', null, null, '{"document_type": "high_school_diploma"}', 'reviewer'
      where $1 = 1
    union all select 'signature', 'code_of_ethics', null, null, '{}', 'self' where $1 = 2
    union all select 'declaration', 'residency', null, null, '{"percent": 60, "checked_at": "application"}', 'self' where $1 = 3
    union all select 'exam', 'icrc-pr', null, null, '{"score": 560}', 'exam-centre' where $1 = 4
    union all select 'training', null, m.domain, case m.domain when 'ethical_responsibility' then 320 else 200 end,
      '{"provider": "Open Door Learning (invented)"}', 'course' where $1 between 5 and 16
    union all select 'continuing_education', null, case when $1 % 2 = 0 then 'ethics' else 'peer_recovery' end, 120,
      '{"provider": "Open Door Learning (invented)"}', 'reviewer' where $1 between 17 and 24
    union all select 'supervision', null, m.domain, 180,
      '{"supervisor_qualification": "employer_designated_per_job_description"}', 'supervisor-signature' where $1 between 25 and 33
    union all select 'practice', 'paid', m.domain, 1200, '{"setting": "recovery_community"}', 'supervisor-signature'
      where $1 >= 34
  ) f`;
