import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventDeliveryProcessor } from '../events/event-delivery.processor.js';
import { Effects } from './effects.js';
import { JobsRunner } from './jobs-runner.js';
import { PruneSchedule } from './prune.schedule.js';
import { Relay } from './relay.js';
import { RunSchedulesProcessor } from './run-schedules.processor.js';
import { Timetable } from './timetable.js';

/** What only the worker process has. */
@Module({
  imports: [DiscoveryModule],
  providers: [Relay, Effects, Timetable, JobsRunner, PruneSchedule, RunSchedulesProcessor, EventDeliveryProcessor],
})
export class JobsModule {}
