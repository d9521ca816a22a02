import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type pg from 'pg';
import { Competencies } from '../modules/competencies/competencies.public.js';
import { RequestFormStatistics } from '../modules/exams/use-cases/form-statistics-desk.js';
import type { ItemContent } from '../modules/item-bank/item-bank.public.js';
import { WriteItem } from '../modules/item-bank/use-cases/write-item.js';
import { CliModule } from '../src/cli.module.js';
import { readConfig } from '../src/config/config.js';
import { projectRoot } from '../src/config/project-root.js';
import { systemActor, type Actor, type Role } from '../src/kernel/actor.js';
import type { LoginUrls } from '../src/launcher/login-users.js';
import { Transaction } from '../src/platform/database/transaction.js';

interface Installation {
  urls: LoginUrls;
  directory: string;
  /** The installation's secret, where another process is to open what this one seals. */
  secretKey?: string;
}

interface FormToSeed {
  attempts: number;
  items: number;
  /** What is asked, by number from 1, with the options a, b, c and d; short and invented unless given. */
  content?: (number: number) => ItemContent;
}

export interface SeededForm {
  bodyId: string;
  formId: string;
  personId: string;
}

/**
 * A form whose items are sealed as the product seals them, and its finished sittings. People differ in what they know and items in how hard
 * they are; one answer in fifty is left open. Triggers are off for all but the items: the rows are what the product would write.
 */
export async function seedForm(
  owner: pg.Client,
  installation: Installation,
  { attempts, items, content = question }: FormToSeed,
): Promise<SeededForm> {
  const form = { bodyId: randomUUID(), formId: randomUUID(), personId: randomUUID() };
  await owner.query(
    `insert into organization (id, kind, slug, name, address, time_zone, contact_email, scope_statement, created_at)
     values ($1, 'certifying-body', 'bench', 'Juniper Valley Peer Certification Board', '1 Main Street',
             'America/New_York', 'desk@bench.example', 'Peer support', now())`,
    [form.bodyId],
  );
  await owner.query(
    `insert into person (id, number, legal_name, created_at) values ($1, 'P-99999-99999', 'Piet Psychometrician', now())`,
    [form.personId],
  );
  await writeItems(
    installation,
    form,
    Array.from({ length: items }, (_, at) => content(at + 1)),
  );
  await owner.query(`set session_replication_role = replica`);
  const examId = randomUUID();
  await owner.query(EXAM, [examId, form.bodyId, form.personId]);
  await owner.query(FORM, [form.formId, form.bodyId, examId, items, form.personId]);
  await owner.query(LINES, [form.formId, form.bodyId]);
  await owner.query(SITTINGS, [form.formId, form.bodyId, examId, attempts]);
  await owner.query(ANSWERS, [form.formId]);
  await owner.query(`set session_replication_role = default`);
  await owner.query('vacuum analyze');
  return form;
}

/** Asks for the statistics as a psychometrician does. @returns when it was asked, in milliseconds of `performance` */
export function askStatistics(installation: Installation, { bodyId, formId, personId }: SeededForm): Promise<number> {
  return withProduct(installation, async (app, transaction) => {
    const began = performance.now();
    const context = { actor: staff(personId, bodyId, 'psychometrician'), requestId: 'bench' };
    await transaction.run(context, (tx) => app.get(RequestFormStatistics, { strict: false }).execute(tx, { formId }));
    return began;
  });
}

function writeItems(
  installation: Installation,
  { bodyId, personId }: SeededForm,
  contents: ItemContent[],
): Promise<void> {
  return withProduct(installation, async (app, transaction) => {
    const competencies = app.get(Competencies, { strict: false });
    await transaction.run({ actor: systemActor('bench'), requestId: 'bench' }, (tx) =>
      competencies.load(tx, join(projectRoot, 'content')),
    );
    const context = { actor: staff(personId, bodyId, 'item-author'), requestId: 'bench' };
    for (const content of contents) {
      await transaction.run(context, (tx) => {
        const head = { examDomain: 'advocacy', competency: 'core-1', difficulty: 'medium' as const };
        return app.get(WriteItem, { strict: false }).create(tx, { ...head, bodyId, content });
      });
    }
  });
}

async function withProduct<T>(
  { urls, directory, secretKey }: Installation,
  work: (app: INestApplicationContext, transaction: Transaction) => Promise<T>,
): Promise<T> {
  const database = { DATABASE_URL: urls.web, JOBS_DATABASE_URL: urls.jobs };
  const env = { ...database, DATA_DIR: directory, LOG_LEVEL: 'error', ...(secretKey && { SECRET_KEY: secretKey }) };
  const app = await NestFactory.createApplicationContext(CliModule.with(readConfig(env)), { logger: ['error'] });
  try {
    return await work(app, app.get(Transaction, { strict: false }));
  } finally {
    await app.close();
  }
}

function staff(personId: string, bodyId: string, role: Role): Actor {
  const memberships = [{ organizationId: bodyId, organizationKind: 'certifying-body' as const, role }];
  return { kind: 'person', personId, sessionId: personId, assurance: 'two-factor', memberships };
}

function question(number: number) {
  return {
    kind: 'single' as const,
    stem: `Lantern question ${number}: what comes first?`,
    options: ['a', 'b', 'c', 'd'].map((key) => ({
      key,
      text: `Way ${key} of ${number}`,
      rationale: 'It is made up.',
      ...(key === 'a' ? { correct: true } : {}),
    })),
    references: ['Invented Handbook, page 7'],
  };
}

const EXAM = `
  insert into exam (id, body_id, scheme_code, title, minutes_allowed, blueprint, study_id, scale_min, scale_max, scale_pass,
    identity_text_id, nondisclosure_text_id, created_by, created_at)
  values ($1, $2, 'bench', 'Invented exam', 120, '{}', uuidv7(), 200, 800, 500, repeat('a', 64), repeat('a', 64), $3, now())`;

const FORM = `
  insert into exam_form (id, body_id, exam_id, number, seed, scored_items, cut_numerator, cut_denominator, made_by, made_at)
  values ($1, $2, $3, 1, 1, $4, $4 * 3, 5, $5, now())`;

const LINES = `
  insert into exam_form_item (body_id, form_id, place, version_id, item_id, kind, exam_domain, competency, is_pretest, option_order)
  select $2, $1, row_number() over (order by v.created_at, v.id), v.id, v.item_id, v.kind,
    (array['advocacy', 'ethics', 'mentoring', 'wellness'])[1 + (row_number() over (order by v.created_at, v.id)) % 4],
    v.competency, false, '{a,b,c,d}'
  from bank_item_version v where v.body_id = $2`;

const SITTINGS = `
  insert into sitting (id, body_id, person_id, exam_id, form_id, application_id, authorisation_id, state, started_at,
    minutes_allowed, deadline_at, accommodations, identity_text_id, nondisclosure_text_id, closed_at, created_at)
  select uuidv7(), $2, gen_random_uuid(), $3, $1, uuidv7(), uuidv7(), 'submitted', now() - interval '1 day', 120, now(), '{}',
    repeat('a', 64), repeat('a', 64), now(), now()
  from generate_series(1, $4::int)`;

/** Saved question after question, as they come in, so that the answers of a sitting do not lie together. */
const ANSWERS = `
  with people as (select id, random() + random() as able from sitting where form_id = $1)
  insert into sitting_answer (sitting_id, version_id, revision, answer, saved_at)
  select p.id, i.version_id, 1, jsonb_build_object('chosen', jsonb_build_array(
    case when random() < 0.15 + 0.4 * p.able + 0.2 * (i.place % 5 - 2) / 2.0 then 'a' else (array['b', 'c', 'd'])[1 + floor(random() * 3)::int] end)),
    now()
  from exam_form_item i cross join people p
  where i.form_id = $1 and random() > 0.02 order by i.place, p.id`;
