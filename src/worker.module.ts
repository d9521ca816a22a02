import { Module, type DynamicModule } from '@nestjs/common';
import { BusinessModule } from './business.module.js';
import type { Config } from './config/config.js';
import { InvariantsModule } from './invariants/invariants.module.js';
import { EffectsRunner } from './platform/jobs/effects-runner.js';
import { openQueues, QUEUES } from './platform/jobs/queues.js';
import { SchedulesRunner } from './platform/jobs/schedules-runner.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { PlatformModule } from './platform/platform.module.js';

/** The job process. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forProcess('worker', config), BusinessModule, JobsModule, InvariantsModule],
      providers: [{ provide: QUEUES, useFactory: () => openQueues(config) }, EffectsRunner, SchedulesRunner],
    };
  }
}
