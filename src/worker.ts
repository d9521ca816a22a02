import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from './config/config.js';
import { drainOnSignals } from './drain.js';
import { Log } from './platform/log/log.js';
import { WorkerModule } from './worker.module.js';

/** The job process: effects, schedules, certificates, letters. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.useLogger(app.get(Log));
  drainOnSignals(() => app.close());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
