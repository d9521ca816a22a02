import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { auditPersonalData } from './audit/audit.personal-data.js';
import { Audit } from './audit/audit.js';
import { Clock, DemonstrationClock, SystemClock, systemNow } from './clock/clock.js';
import { connectionOptions } from './database/connection.js';
import { isDemonstration } from './database/demonstration.js';
import { IdempotencyStore } from './database/idempotency.js';
import { Installation } from './database/installation.js';
import { mayBeThereSoon } from './database/not-ready.js';
import { refuseOldSchema } from './database/refuse-old-schema.js';
import { refuseOwner } from './database/refuse-owner.js';
import { Transaction } from './database/transaction.js';
import { Events } from './events/events.js';
import { Ids } from './ids/ids.js';
import { Outbox } from './jobs/outbox.js';
import { Log, LOG_OUTPUT, standardOutput } from './log/log.js';
import { FileMailer } from './mail/file-mailer.js';
import { Mailer } from './mail/mailer.js';
import { SmtpMailer } from './mail/smtp-mailer.js';
import { PersonalData } from './personal-data/personal-data.js';
import { Storage } from './storage/storage.js';

const POOL_SIZE = { web: 10, worker: 8 };

/** A server that was killed reads its journal again before it answers: wait half a minute for it, but not for a wrong password. */
const DATABASE_STARTS = { retryAttempts: 60, retryDelay: 500, toRetry: mayBeThereSoon };

/** What both processes have: the database, time, ids, events, the outbox, storage and mail. */
@Global()
@Module({})
export class PlatformModule {
  static forProcess(process: 'web' | 'worker', config: Config): DynamicModule {
    const url = process === 'worker' ? (config.JOBS_DATABASE_URL ?? config.DATABASE_URL) : config.DATABASE_URL;
    const providers = [
      Audit,
      Events,
      Ids,
      IdempotencyStore,
      Installation,
      Log,
      Outbox,
      PersonalData,
      Storage,
      Transaction,
    ];
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRootAsync({
          useFactory: () => ({
            ...connectionOptions({ url, poolSize: POOL_SIZE[process], name: `goodstanding-${process}` }),
            autoLoadEntities: true,
            ...DATABASE_STARTS,
          }),
        }),
      ],
      providers: [
        ...providers,
        auditPersonalData,
        { provide: LOG_OUTPUT, useFactory: standardOutput },
        { provide: CONFIG, useValue: config },
        { provide: Clock, inject: [getDataSourceToken()], useFactory: clockOf },
        { provide: Mailer, useFactory: () => mailerOf(config) },
      ],
      exports: [...providers, CONFIG, Clock, Mailer],
    };
  }
}

async function clockOf(source: DataSource): Promise<Clock> {
  await refuseOwner(source);
  await refuseOldSchema(source);
  return (await isDemonstration(source)) ? new DemonstrationClock() : new SystemClock();
}

function mailerOf(config: Config): Mailer {
  if (config.SMTP_URL) return new SmtpMailer(config.SMTP_URL, config.MAIL_FROM);
  return new FileMailer(join(config.DATA_DIR, 'mail'), () => systemNow().toString());
}
