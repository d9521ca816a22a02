import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { systemActor } from '../../kernel/actor.js';
import { Transaction } from '../database/transaction.js';
import { Log } from '../log/log.js';
import { SCHEDULED, type ScheduledTask, type ScheduleOptions } from './schedules.js';

export interface TimetableEntry extends ScheduleOptions {
  task: ScheduledTask;
}

/** Every repeated task there is, found by its `@Scheduled` mark. */
@Injectable()
export class Timetable implements OnModuleInit {
  private found: TimetableEntry[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly transaction: Transaction,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.found = this.discovery.getProviders().flatMap(({ instance, metatype }) => {
      const options = metatype && this.reflector.get<ScheduleOptions | undefined>(SCHEDULED, metatype);
      return options && instance ? [{ ...options, task: instance as ScheduledTask }] : [];
    });
  }

  entries(): readonly TimetableEntry[] {
    return this.found;
  }

  /** Runs one task in a transaction of its own; an error is logged, the next run comes anyway. */
  async runTask(id: string): Promise<void> {
    const entry = this.found.find((candidate) => candidate.id === id);
    if (!entry) return;
    try {
      await this.transaction.run({ actor: systemActor(id), requestId: `schedule:${id}` }, (tx) => entry.task.run(tx));
    } catch (error) {
      this.log.error('scheduled task did not succeed', { schedule: id, error });
    }
  }

  async runAll(): Promise<void> {
    for (const { id } of this.found) await this.runTask(id);
  }
}
