import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import { getDataSourceToken } from '@nestjs/typeorm';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { CliModule } from '../../src/cli.module.js';
import { BusinessModule } from '../../src/business.module.js';
import { readConfig, type Config } from '../../src/config/config.js';
import type { Actor } from '../../src/kernel/actor.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Transaction, type Tx } from '../../src/platform/database/transaction.js';
import { configure, createAdapter } from '../../src/platform/http/web-server.js';
import { Effects } from '../../src/platform/jobs/effects.js';
import { Relay } from '../../src/platform/jobs/relay.js';
import { LOG_OUTPUT } from '../../src/platform/log/log.js';

import { holdAnswersToDocument } from './described-answers.js';
import { createTestDatabase, dropTestDatabase, type TestDatabase } from './database.js';
import { TestClock } from './test-clock.js';

export interface TestApp {
  app: NestFastifyApplication;
  clock: TestClock;
  config: Config;
  database: TestDatabase;
  /** Owner's connection, for arranging and looking. */
  owner: pg.Client;
  /** What web process and worker wrote to their logs, line by line; nothing unless `env` sets a LOG_LEVEL. */
  logLines: string[];
  /** Base address when started with `listen`. */
  url: string;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** Runs `work` in a transaction of the web process. */
  run<T>(work: (tx: Tx) => Promise<T>, actor?: Actor): Promise<T>;
  /** Runs every outbox row that is due, in the worker's own module, until none is left; returns how many were offered. */
  runEffects(): Promise<number>;
  /** The worker's module, without its queues; built at first use. */
  worker(): Promise<INestApplicationContext>;
}

interface Options {
  /** Listens on a free port; otherwise requests go through `app.inject` or supertest on the server. */
  listen?: boolean;
  /** More environment for this app. */
  env?: Record<string, string>;
  /** Stands in for the whole business, in tests of the platform. */
  business?: Type;
}

/** Call at the top of a describe: one web app on one fresh database for the tests inside, closed and dropped after them. */
export function useApp(options: Options = {}): TestApp {
  const test = { clock: new TestClock(), logLines: [] as string[] } as TestApp;
  let directory: string;
  let undescribed: string[] = [];
  let worker: INestApplicationContext | undefined;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'goodstanding-'));
    test.database = await createTestDatabase();
    test.owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await test.owner.connect();
    test.config = configFor(test.database, directory, options.env);
    const module = await withBusiness(Test.createTestingModule({ imports: [AppModule.with(test.config)] }), options)
      .overrideProvider(Clock)
      .useValue(test.clock)
      .overrideProvider(LOG_OUTPUT)
      .useValue(linesInto(test))
      .compile();
    test.app = module.createNestApplication<NestFastifyApplication>(createAdapter(test.config), {
      logger: ['error'],
    });
    if (!options.business) undescribed = holdAnswersToDocument(test.app);
    await configure(test.app, test.config);
    await test.app.init();
    await test.app.getHttpAdapter().getInstance().ready();
    if (options.listen) {
      await test.app.listen(0, '127.0.0.1');
      test.url = (await test.app.getUrl()).replace('[::1]', '127.0.0.1');
    }
  });

  afterEach(() => expect(undescribed.splice(0)).toEqual([]));

  afterAll(async () => {
    await worker?.close();
    await test.app?.close();
    await test.owner?.end();
    if (test.database) await dropTestDatabase(test.database);
    if (directory) await rm(directory, { recursive: true, force: true });
  });

  test.get = (token) => test.app.get(token as Type, { strict: false });
  test.run = (work, actor = { kind: 'system', name: 'test' }) =>
    test.get(Transaction).run({ actor, requestId: 'test' }, work);
  test.worker = async () => (worker ??= await createWorker(test, options));
  test.runEffects = async () => {
    const context = await test.worker();
    const [relay, effects] = [context.get(Relay), context.get(Effects)];
    let offered = 0;
    for (let ids = await relay.due(); ids.length > 0; ids = await relay.due()) {
      offered += ids.length;
      for (const id of ids) await effects.perform(id);
    }
    return offered;
  };
  return test;
}

const linesInto = ({ logLines }: TestApp) => ({ write: (line: string) => void logLines.push(line) });

function withBusiness(builder: TestingModuleBuilder, { business }: Options): TestingModuleBuilder {
  return business ? builder.overrideModule(BusinessModule).useModule(business) : builder;
}

function configFor(database: TestDatabase, directory: string, env: Record<string, string> = {}): Config {
  return readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.webUrl,
    JOBS_DATABASE_URL: database.jobsUrl,
    VERIFIER_DATABASE_URL: database.verifierUrl,
    DATA_DIR: directory,
    LOG_LEVEL: 'silent',
    RATE_LIMIT_PER_MINUTE: '100000',
    VERIFICATION_LIMIT_PER_MINUTE: '100000',
    ...env,
  });
}

/** The job process's providers on the test's clock; no queue runs, since tests perform the effects themselves. */
async function createWorker(test: TestApp, options: Options): Promise<INestApplicationContext> {
  const module = await withBusiness(Test.createTestingModule({ imports: [CliModule.with(test.config)] }), options)
    .overrideProvider(Clock)
    .useValue(test.clock)
    .overrideProvider(LOG_OUTPUT)
    .useValue(linesInto(test))
    .compile();
  await module.init();
  await module.get<DataSource>(getDataSourceToken()).query('select 1');
  return module;
}
