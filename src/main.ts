import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { readConfig } from './config/config.js';
import { drainOnSignals } from './drain.js';
import { refuseOpenDemonstration } from './demonstration-guard.js';
import { Installation } from './platform/database/installation.js';
import { configure, createAdapter } from './platform/http/web-server.js';
import { ViewRenderer } from './platform/views/view-renderer.js';

/** The web process: pages and API. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), createAdapter(config), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  await configure(app, config);
  await app.init();
  app.get(ViewRenderer).prepare();
  if (app.get(Installation).demonstration) refuseOpenDemonstration(config);
  drainOnSignals(() => app.close());
  await app.listen({ port: config.PORT, host: config.HOST });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
