import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { ColumnType, DataSource } from 'typeorm';
import { projectRoot } from '../../src/config/project-root.js';
import { useApp } from '../support/app.js';

/** Tables that belong to no body and to no person, each with what they are instead. */
const GLOBAL_TABLES: Record<string, string> = {
  angoff_study_move: 'rules: which step of a study leads where',
  appeal_move: 'rules: which step of an appeal leads where',
  application_move: 'rules: which step of an application leads where',
  bank_item_move: 'rules: which step of an exam item leads where',
  certificate_template: 'content: what certificates look like',
  cohort: 'a group, by its organization_id',
  cohort_session: 'live sessions of a cohort, which has the organization',
  completion_template: 'content: what certificates of completion look like',
  community_approval: 'content: who agreed to a text about their community',
  competency: 'content: statements of the frameworks',
  competency_coverage: 'content: which course teaches what',
  competency_framework: 'content: frameworks',
  competency_framework_version: 'content: each version of a framework',
  competency_mapping: 'content: which statement belongs to which domain',
  competency_topic: 'content: domains and topics',
  complaint_move: 'rules: which step of a complaint leads where',
  course: 'content: courses',
  course_draft: 'content: the next version of a course, by its organization_id',
  course_draft_comment: 'content: what is said of a draft, which has the organization',
  course_draft_file: 'content: files of a draft, which has the organization',
  course_draft_picture: 'content: pictures of a draft, which has the organization',
  course_draft_move: 'rules: what may become of a draft of a course',
  course_picture: 'content: pictures of lessons, by the hash of their bytes',
  course_version: 'content: each version of a course',
  course_version_withdrawal: 'content: versions that nobody begins any more',
  credential_move: 'rules: which step of a credential leads where',
  demonstration_clock: 'machine: how far a demonstration is ahead',
  exam_text: 'content: what people confirm before an exam',
  exam_authorisation_move: 'rules: which step of an authorisation leads where',
  idempotency: 'machine: answers kept for a day, by the hash of actor and key',
  impact_preview_move: 'rules: what may become of a preview',
  installation: 'machine: whether this is a demonstration',
  invariant_check: 'machine: when it was last looked whether everything holds',
  invoice_move: 'rules: which step of an invoice leads where',
  kept_form: 'machine: typed text of somebody whose session had ended, for an hour, before it is known who they are',
  lesson: 'content: lessons of a course version',
  migrations: 'machine: which migrations have run',
  organization: 'bodies, employers and providers themselves',
  outbox: 'machine: effects to come; payloads hold ids',
  outbox_pause: 'machine: whether effects wait, after a restore for example',
  person: 'persons themselves',
  practice_entry_domain: 'parts of a practice entry, which has the person',
  practice_sign_off_code: 'codes of a sign-off link, whose request has the person',
  practice_sign_off_link: 'links of a sign-off request, which has the person',
  quiz: 'content: quizzes',
  quiz_answer: 'answers of an attempt, which has the person',
  quiz_attempt_item: 'questions of an attempt, which has the person',
  quiz_item_fingerprint: 'content: fingerprints of the questions of courses',
  quiz_version: 'content: each version of a quiz',
  registration: 'somebody who asked for an account and is no person yet; gone when it lapses',
  roster_import: 'an employer’s uploaded list, by its organization_id',
  sanction_move: 'rules: which step of a sanction leads where',
  scheme_draft_move: 'rules: what may become of a draft of a scheme version',
  sitting_answer: 'answers of a sitting, which has the person',
  sitting_contact: 'when the page of a sitting was heard last; the sitting has the person',
  sitting_move: 'rules: which step of a sitting leads where',
  sign_in_pace: 'machine: wrong tries by the hash of an address',
  statement_text: 'content: texts that are signed',
};

/** Tables that the product's processes read and never write: migrations do, or a trigger (practice_day, register_entry). */
const READ_ONLY = [
  'angoff_study_move',
  'bank_item_move',
  'quiz_item_fingerprint',
  'appeal_move',
  'application_move',
  'exam_authorisation_move',
  'invoice_move',
  'complaint_move',
  'course_draft_move',
  'credential_move',
  'impact_preview_move',
  'installation',
  'migrations',
  'practice_day',
  'register_entry',
  'sanction_move',
  'scheme_draft_move',
  'sitting_move',
];

/** Tables of the machine, which no module's README describes. */
const PLATFORM_TABLES = [
  'audit',
  'demonstration_clock',
  'idempotency',
  'installation',
  'invariant_check',
  'kept_form',
  'migrations',
  'outbox',
  'outbox_pause',
];

/** How PostgreSQL calls what an entity calls so. Dates and instants are told to TypeORM as text: our own types read them. */
const DATABASE_TYPES: Record<string, readonly string[]> = {
  varchar: ['date', 'timestamp with time zone'],
  text: ['text'],
  uuid: ['uuid'],
  integer: ['integer'],
  smallint: ['smallint'],
  bigint: ['bigint'],
  boolean: ['boolean'],
  time: ['time without time zone'],
  json: ['json'],
  jsonb: ['jsonb'],
  bytea: ['bytea'],
};

interface DatabaseColumn {
  table_name: string;
  column_name: string;
  data_type: string;
  is_nullable: 'YES' | 'NO';
}

describe('the schema', () => {
  const test = useApp();
  let columns: Map<string, Map<string, DatabaseColumn>>;
  let tables: string[];

  const rows = async <T>(sql: string): Promise<T[]> => (await test.owner.query(sql)).rows as T[];

  beforeAll(async () => {
    const found = await rows<DatabaseColumn>(
      `select c.table_name, c.column_name, c.data_type, c.is_nullable
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`,
    );
    columns = new Map();
    for (const column of found) {
      const table = columns.get(column.table_name) ?? new Map<string, DatabaseColumn>();
      columns.set(column.table_name, table.set(column.column_name, column));
    }
    tables = [...columns.keys()].toSorted();
  });

  it('has every column of every entity, with its type and its nullability', () => {
    const entities = test.get<DataSource>(getDataSourceToken() as never).entityMetadatas;
    expect(entities.length).toBeGreaterThan(20);
    const drift = entities.flatMap(({ tableName, columns: ofEntity }) =>
      ofEntity.flatMap(({ databaseName, type, isNullable, isArray }) => {
        const there = columns.get(tableName)?.get(databaseName);
        const name = `${tableName}.${databaseName}`;
        if (!there) return [`${name} is in the entity only`];
        const types = isArray ? ['ARRAY'] : (DATABASE_TYPES[nameOf(type)] ?? [`nothing known for ${nameOf(type)}`]);
        return [
          ...(types.includes(there.data_type) ? [] : [`${name}: ${nameOf(type)} here, ${there.data_type} there`]),
          ...((there.is_nullable === 'YES') === isNullable ? [] : [`${name}: nullable ${isNullable} here only`]),
        ];
      }),
    );
    expect(drift).toEqual([]);
  });

  it('demands of an entity every column that a new row needs', async () => {
    const needed = await rows<DatabaseColumn>(
      `select table_name, column_name from information_schema.columns
       where table_schema = 'public' and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`,
    );
    const entities = new Map(
      test
        .get<DataSource>(getDataSourceToken() as never)
        .entityMetadatas.map((entity) => [entity.tableName, new Set(entity.columns.map((one) => one.databaseName))]),
    );
    const missing = needed.filter(
      ({ table_name, column_name }) => entities.get(table_name)?.has(column_name) === false,
    );
    expect(missing.map(({ table_name, column_name }) => `${table_name}.${column_name}`)).toEqual([]);
  });

  it('decides for every table what the web process and the jobs may do with it', async () => {
    const grants = await rows<{ table_name: string; grantee: string; privileges: string[] }>(
      `select table_name, grantee, array_agg(privilege_type::text order by privilege_type) as privileges
       from information_schema.role_table_grants
       where table_schema = 'public' and grantee in ('goodstanding_web', 'goodstanding_jobs') group by 1, 2`,
    );
    const of = (table: string, role: string) =>
      grants.find(({ table_name, grantee }) => table_name === table && grantee === role)?.privileges ?? [];
    const undecided = tables.filter(
      (table) => !of(table, 'goodstanding_web').concat(of(table, 'goodstanding_jobs')).length,
    );
    expect(undecided).toEqual([]);
    const writtenByNobody = tables.filter(
      (table) =>
        !READ_ONLY.includes(table) &&
        !of(table, 'goodstanding_web')
          .concat(of(table, 'goodstanding_jobs'))
          .some((one) => one !== 'SELECT'),
    );
    expect(writtenByNobody).toEqual([]);
    const readOnlyYetWritten = READ_ONLY.filter((table) =>
      of(table, 'goodstanding_web').some((one) => one !== 'SELECT'),
    );
    expect(readOnlyYetWritten).toEqual([]);
  });

  it('gives nobody TRUNCATE, and nobody a right that a trigger takes back', async () => {
    const guarded = await rows<{ table: string; update: boolean; delete: boolean }>(
      `select c.relname as table, (t.tgtype & 16) > 0 as update, (t.tgtype & 8) > 0 as delete
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
       where p.proname = 'forbid_change' and not t.tgisinternal`,
    );
    expect(guarded.length).toBeGreaterThan(10);
    const grants = await rows<{ table: string; privilege: string; grantee: string }>(
      `select table_name as table, privilege_type::text as privilege, grantee::text
       from information_schema.column_privileges where table_schema = 'public' and grantee like 'goodstanding%'
       union select table_name, privilege_type, grantee
       from information_schema.role_table_grants where table_schema = 'public' and grantee like 'goodstanding%'`,
    );
    const given = grants.filter(({ grantee }) => !['goodstanding_owner'].includes(grantee));
    const pointless = given.filter(
      ({ table, privilege }) =>
        privilege === 'TRUNCATE' ||
        guarded.some(
          (guard) =>
            guard.table === table &&
            ((guard.update && privilege === 'UPDATE') || (guard.delete && privilege === 'DELETE')),
        ),
    );
    expect(pointless).toEqual([]);
  });

  it('lets the verifier read one view, and beside it only what every process reads', async () => {
    const readable = await rows<{ name: string; privilege: string }>(
      `select table_name as name, privilege_type::text as privilege from information_schema.role_table_grants
       where table_schema = 'public' and grantee = 'goodstanding_verifier' order by 1`,
    );
    expect(readable.map(({ name, privilege }) => `${privilege} ${name}`)).toEqual([
      'SELECT demonstration_clock',
      'SELECT installation',
      'SELECT migrations',
      'SELECT public_credential',
    ]);
  });

  it('says for every table whose it is: a body’s, a person’s, or nobody’s for a reason', () => {
    const nobodys = tables.filter(
      (table) => !columns.get(table)?.has('body_id') && !columns.get(table)?.has('person_id'),
    );
    expect(nobodys).toEqual(Object.keys(GLOBAL_TABLES).toSorted());
  });

  it('is told in the README of the module that has the table', () => {
    const modules = join(projectRoot, 'modules');
    const readmes = readdirSync(modules)
      .map((name) => join(modules, name, 'README.md'))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, 'utf8'));
    const rowsOfTables = readmes.flatMap((text) => text.match(/^\|[^|]+\|/gm) ?? []);
    const paragraphs = readmes.flatMap((text) => text.match(/^\*\*Tables[\s\S]*?(?=\n\n|$(?![\s\S]))/gm) ?? []);
    const told = new Set([...rowsOfTables, ...paragraphs].flatMap((text) => text.match(/[a-z_]+/g) ?? []));
    expect(tables.filter((table) => !told.has(table) && !PLATFORM_TABLES.includes(table))).toEqual([]);
  });
});

function nameOf(type: ColumnType): string {
  return typeof type === 'function' ? type.name : type;
}
