import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventDeliveryProcessor } from '../events/event-delivery.processor.js';
import { Effects } from './effects.js';
import { PruneSchedule } from './prune.schedule.js';
import { Relay } from './relay.js';
import { RunSchedulesProcessor } from './run-schedules.processor.js';
import { Timetable } from './timetable.js';

/** How effects and scheduled tasks are found and performed; the worker process adds what runs them by itself. */
@Module({
  imports: [DiscoveryModule],
  providers: [Relay, Effects, Timetable, PruneSchedule, RunSchedulesProcessor, EventDeliveryProcessor],
  exports: [Relay, Effects, Timetable],
})
export class JobsModule {}
