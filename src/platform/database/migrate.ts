import { runMigrations as migrateBullMq } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { connectionOptions } from './connection.js';

export interface MigrateInput {
  /** A login that may create roles and, when it is missing, the database. Never the login of the running product. */
  ownerUrl: string;
  /** Marks a database that is created now as a demonstration; an existing one keeps its mark for ever. */
  demonstration?: boolean;
  /** Where a new demonstration's clock starts, in milliseconds against the system's (negative: in the past). */
  clockOffsetMs?: number;
}

/** What the processes of the product may do; their logins are members of these. */
const GROUP_ROLES = ['goodstanding_web', 'goodstanding_jobs', 'goodstanding_verifier'];

/** One migration at a time per cluster: TypeORM takes no lock of its own. */
const MIGRATION_LOCK = 4_711_001;

/**
 * Makes the database if it is missing and brings it to the current schema. Repeating it changes nothing.
 * @returns whether the database was created by this call
 */
export async function migrate(input: MigrateInput): Promise<{ created: boolean }> {
  const created = await createDatabase(input.ownerUrl);
  const owner = new pg.Client({ connectionString: input.ownerUrl });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await owner.query('create extension if not exists pgcrypto');
    await runMigrations(input.ownerUrl);
    await migrateQueues(owner);
    await mark(owner, input);
  } finally {
    await owner.end();
  }
  return { created };
}

async function createDatabase(ownerUrl: string): Promise<boolean> {
  const url = new URL(ownerUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    for (const role of GROUP_ROLES) await createRole(client, role);
    const existing = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (existing.rowCount) return false;
    await client.query(`create database ${client.escapeIdentifier(name)}`);
    return true;
  } finally {
    await client.end();
  }
}

async function createRole(client: pg.Client, role: string): Promise<void> {
  await client.query(`
    do $$ begin
      create role ${role} nologin;
    exception when duplicate_object or unique_violation then null;
    end $$`);
}

async function runMigrations(ownerUrl: string): Promise<void> {
  const source = new DataSource({
    ...connectionOptions({ url: ownerUrl, poolSize: 2, name: 'goodstanding-migrate' }),
    migrations,
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

async function migrateQueues(owner: pg.Client): Promise<void> {
  await migrateBullMq(owner);
  // BullMQ makes a sequence per queue when it first adds to it, hence "create".
  await owner.query(`
    grant usage, create on schema bullmq to goodstanding_jobs;
    grant select, insert, update, delete on all tables in schema bullmq to goodstanding_jobs;
    grant usage, select, update on all sequences in schema bullmq to goodstanding_jobs;
    grant execute on all functions in schema bullmq to goodstanding_jobs`);
}

async function mark(owner: pg.Client, { demonstration = false, clockOffsetMs = 0 }: MigrateInput): Promise<void> {
  const marked = await owner.query(
    'insert into installation (demonstration) values ($1) on conflict do nothing returning singleton',
    [demonstration],
  );
  if (marked.rowCount && demonstration) {
    await owner.query('insert into demonstration_clock (offset_ms) values ($1) on conflict do nothing', [
      clockOffsetMs,
    ]);
  }
}
