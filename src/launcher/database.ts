import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedServer, type EmbeddedServer } from '../platform/database/embedded/embedded-server.js';
import { migrate } from '../platform/database/migrate.js';
import { ensureLoginUsers, type LoginUrls } from './login-users.js';
import type { Secrets } from './secrets.js';
import type { LauncherSettings } from './settings.js';

const databaseName = 'goodstanding';
/** The demonstration is made under this name and renamed when it is whole: a first start cut off leaves nothing half. */
const unfinishedName = 'goodstanding_unfinished';

/** How long before the present a demonstration's clock starts: its invented people have a past. */
const HISTORY_MS = 900 * 24 * 3_600_000;

/** The environment by which our programs find their database. */
export interface DatabaseEnvironment {
  DATABASE_URL: string;
  JOBS_DATABASE_URL: string;
  VERIFIER_DATABASE_URL: string;
}

/** Brings content, and on the first start the demonstration, into a migrated database. */
export type Fill = (env: DatabaseEnvironment, ownerUrl: string, options: { isNew: boolean }) => Promise<void>;

export interface ReadyDatabase {
  env: DatabaseEnvironment;
  ownerUrl: string;
  isDemonstration: boolean;
  stop(): Promise<void>;
}

export function embeddedServerDirectory(dataDir: string): string {
  return join(dataDir, 'postgres');
}

/**
 * Starts the embedded server, makes its database on the first start (a demonstration, filled by `fill`), migrates it and
 * makes the login users.
 */
export async function openEmbeddedDatabase(dataDir: string, secrets: Secrets, fill: Fill): Promise<ReadyDatabase> {
  const server = await startEmbeddedServer({ dir: embeddedServerDirectory(dataDir), durable: true });
  try {
    const isNew = !(await hasDatabase(server, databaseName));
    if (isNew) {
      await administer(server, `drop database if exists ${unfinishedName} with (force)`);
      await migrateAndFill(server.url(unfinishedName), secrets, { isNew, demonstration: true }, fill);
      await administer(server, `alter database ${unfinishedName} rename to ${databaseName}`);
    } else {
      await migrateAndFill(server.url(databaseName), secrets, { isNew, demonstration: false }, fill);
    }
    return await readyDatabase(server, secrets);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Starts the embedded server as the last start left it, without migrating; null when no start has made its database yet. */
export async function reopenEmbeddedDatabase(dataDir: string, secrets: Secrets): Promise<ReadyDatabase | null> {
  if (!existsSync(embeddedServerDirectory(dataDir))) return null;
  const server = await startEmbeddedServer({ dir: embeddedServerDirectory(dataDir), durable: true });
  try {
    if (await hasDatabase(server, databaseName)) return await readyDatabase(server, secrets);
    await server.stop();
    return null;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Migrates the operator's own database; never a demonstration. With OWNER_DATABASE_URL the operator's logins are used as
 * given, else DATABASE_URL must be able to create roles and the login users are made by it.
 */
export async function openOutsideDatabase(url: string, secrets: Secrets, fill: Fill): Promise<ReadyDatabase> {
  const ownerUrl = process.env.OWNER_DATABASE_URL || url;
  await migrate({ ownerUrl, demonstration: false });
  const env = process.env.OWNER_DATABASE_URL
    ? {
        DATABASE_URL: url,
        JOBS_DATABASE_URL: process.env.JOBS_DATABASE_URL || url,
        VERIFIER_DATABASE_URL: process.env.VERIFIER_DATABASE_URL || url,
      }
    : environmentOf(await ensureLoginUsers(ownerUrl, secrets));
  await fill(env, ownerUrl, { isNew: false });
  return { env, ownerUrl, isDemonstration: false, stop: () => Promise.resolve() };
}

export function openDatabase(settings: LauncherSettings, secrets: Secrets, fill: Fill): Promise<ReadyDatabase> {
  if (settings.outsideDatabase) return openOutsideDatabase(settings.outsideDatabase, secrets, fill);
  return openEmbeddedDatabase(settings.dataDir, secrets, fill);
}

async function readyDatabase(server: EmbeddedServer, secrets: Secrets): Promise<ReadyDatabase> {
  const ownerUrl = server.url(databaseName);
  const env = environmentOf(await ensureLoginUsers(ownerUrl, secrets));
  return { env, ownerUrl, isDemonstration: true, stop: () => server.stop() };
}

async function migrateAndFill(
  ownerUrl: string,
  secrets: Secrets,
  { isNew, demonstration }: { isNew: boolean; demonstration: boolean },
  fill: Fill,
): Promise<void> {
  await migrate({ ownerUrl, demonstration, clockOffsetMs: -HISTORY_MS });
  await fill(environmentOf(await ensureLoginUsers(ownerUrl, secrets)), ownerUrl, { isNew });
}

function environmentOf(urls: LoginUrls): DatabaseEnvironment {
  return { DATABASE_URL: urls.web, JOBS_DATABASE_URL: urls.jobs, VERIFIER_DATABASE_URL: urls.verifier };
}

async function hasDatabase(server: EmbeddedServer, name: string): Promise<boolean> {
  const found = await administer(server, 'select 1 from pg_database where datname = $1', [name]);
  return found.rowCount === 1;
}

async function administer(server: EmbeddedServer, sql: string, values: string[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}
