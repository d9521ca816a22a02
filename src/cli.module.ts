import { Module, type DynamicModule } from '@nestjs/common';
import { BusinessModule } from './business.module.js';
import type { Config } from './config/config.js';
import { InvariantsModule } from './invariants/invariants.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { PlatformModule } from './platform/platform.module.js';

/** What commands work with: the job process without its queues and timetable running. */
@Module({})
export class CliModule {
  static with(config: Config): DynamicModule {
    return {
      module: CliModule,
      imports: [PlatformModule.forProcess('worker', config), BusinessModule, JobsModule, InvariantsModule],
    };
  }
}
