import { Module, type DynamicModule } from '@nestjs/common';
import { BusinessModule } from './business.module.js';
import type { Config } from './config/config.js';
import { JobsRunner } from './platform/jobs/jobs-runner.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { PlatformModule } from './platform/platform.module.js';

/** The job process. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forProcess('worker', config), BusinessModule, JobsModule],
      providers: [JobsRunner],
    };
  }
}
