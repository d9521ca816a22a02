import { Injectable } from '@nestjs/common';
import { Processes, type EffectProcessor } from './processes.js';
import { Timetable } from './timetable.js';

/** Runs every schedule once, now: asked for when a demonstration's clock was moved. */
export const RUN_SCHEDULES = 'jobs.run-schedules';

@Injectable()
@Processes(RUN_SCHEDULES)
export class RunSchedulesProcessor implements EffectProcessor {
  constructor(private readonly timetable: Timetable) {}

  async process(): Promise<void> {
    await this.timetable.runAll();
  }
}
