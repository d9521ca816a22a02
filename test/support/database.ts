import { randomBytes } from 'node:crypto';
import pg from 'pg';

const TEMPLATE = 'goodstanding_template';
const BEING_COPIED = '55006';

export interface TestDatabase {
  name: string;
  /** Owner's address: for arranging and for looking, never for the product. */
  ownerUrl: string;
  webUrl: string;
  jobsUrl: string;
  verifierUrl: string;
}

function addressOf(login: 'TEST_PG' | 'TEST_PG_WEB' | 'TEST_PG_JOBS' | 'TEST_PG_VERIFIER', name: string): string {
  const url = process.env[login];
  if (!url) throw new Error(`${login} is not set: run specs through "npm run jest"`);
  return `${url}/${name}`;
}

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf('TEST_PG', 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function patiently(work: () => Promise<void>, codes: string[]): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (tries > 200 || !codes.includes((error as { code?: string }).code ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** A fresh copy of the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await patiently(() => asOwner(`create database ${name} template ${TEMPLATE} strategy file_copy`), [BEING_COPIED]);
  return {
    name,
    ownerUrl: addressOf('TEST_PG', name),
    webUrl: addressOf('TEST_PG_WEB', name),
    jobsUrl: addressOf('TEST_PG_JOBS', name),
    verifierUrl: addressOf('TEST_PG_VERIFIER', name),
  };
}

/** Waits until nobody is connected: dropping by force would log every pooled connection as an error. */
export async function dropTestDatabase({ name }: TestDatabase): Promise<void> {
  await patiently(() => asOwner(`drop database if exists ${name}`), [BEING_COPIED, '55006']);
}
