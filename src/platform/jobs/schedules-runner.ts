import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Log } from '../log/log.js';
import { QUEUES, type QueuePort, type Queues, type WorkerPort } from './queues.js';
import { Timetable } from './timetable.js';

const NAME = 'schedules';
const RENEW_MS = 60_000;

/** Runs the timetable. Schedules are renewed each minute, so that an emptied queue starts again by itself. */
@Injectable()
export class SchedulesRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private queue?: QueuePort;
  private worker?: WorkerPort;
  private renewal?: NodeJS.Timeout;

  constructor(
    @Inject(QUEUES) private readonly queues: Queues,
    private readonly timetable: Timetable,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const onError = (error: Error) => this.log.warn('schedules queue', { error });
    const queue = this.queues.queue(NAME, onError);
    this.queue = queue;
    this.worker = this.queues.worker(NAME, 1, (job) => this.timetable.runTask(job.name), onError);
    await this.renew(queue);
    this.renewal = setInterval(() => void this.renew(queue), RENEW_MS);
    this.log.log('the timetable runs', { schedules: this.timetable.entries().length });
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.renewal);
    await this.worker?.close();
    await this.queue?.close();
  }

  private async renew(queue: QueuePort): Promise<void> {
    for (const { id, every } of this.timetable.entries()) {
      await queue.repeat(id, every).catch((error: Error) => this.log.warn('schedule', { id, error }));
    }
  }
}
