// Once per jest run: build, start a database server of this run's own, migrate one template that test files copy.
import fs from 'node:fs';
import pg from 'pg';
import { build } from '../../scripts/build.mjs';
import { removeLeftovers, runDirectories } from './test-cluster.mjs';

export const templateName = 'goodstanding_template';

export default async function globalSetup() {
  if (!process.env.BUILT) await build({ quiet: true }); // goes on with type errors, which the gate reports: the tests run from the source
  delete process.env.BUILT; // of the gate, and not of what tests start
  removeLeftovers();
  const started = performance.now();
  const { startEmbeddedServer } = await import('../../dist/src/platform/database/embedded/embedded-server.js');
  const { run, cluster, scratch } = runDirectories();
  fs.mkdirSync(scratch, { recursive: true });
  process.env.TEST_SCRATCH = scratch; // test/support/scratch.ts
  const settings = { max_connections: '300', shared_buffers: '128MB' };
  const server = await startEmbeddedServer({ dir: cluster, durable: false, settings });
  globalThis.__testRun = { server, directory: run };
  const startedIn = Math.round(performance.now() - started);
  process.env.TEST_PG = server.url('').replace(/\/$/, ''); // the owner's address without a database
  const migratedIn = await prepareTemplate(server);
  console.log(`\nPostgreSQL ${startedIn} ms, ${migratedIn}, in ${run}`);
}

/** A migration being written must not keep the pure specs from running: those with a database then say what is missing. */
async function prepareTemplate(server) {
  const started = performance.now();
  try {
    const { migrate } = await import('../../dist/src/platform/database/migrate.js');
    await migrate({ ownerUrl: server.url(templateName), demonstration: true });
    await provideLogins(server);
    return `template ${Math.round(performance.now() - started)} ms`;
  } catch (error) {
    await dropTemplate(server);
    console.error(error);
    return 'NO TEMPLATE DATABASE, since migrating it stopped with the error above';
  }
}

/** TEST_PG_WEB, TEST_PG_JOBS, TEST_PG_VERIFIER: addresses without a database, of logins with the product's own rights. */
async function provideLogins(server) {
  const { ensureLoginUsers } = await import('../../dist/src/launcher/login-users.js');
  const password = 'of-this-run';
  const urls = await ensureLoginUsers(server.url('postgres'), { web: password, jobs: password, verifier: password });
  for (const [login, url] of Object.entries(urls)) {
    process.env[`TEST_PG_${login.toUpperCase()}`] = url.replace(/\/postgres$/, '');
  }
}

async function dropTemplate(server) {
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  await client.query(`drop database if exists ${templateName} with (force)`);
  await client.end();
}
