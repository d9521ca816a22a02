import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Log } from '../log/log.js';
import { Effects } from './effects.js';
import { openQueues, type QueuePort, type WorkerPort } from './queues.js';
import { Relay } from './relay.js';
import { Timetable } from './timetable.js';

const EFFECTS = 'effects';
const SCHEDULES = 'schedules';
const RELAY_PAUSE_MS = 250;
const RENEW_SCHEDULES_MS = 60_000;

/** The worker process at work: relay, effects and schedules, from start to a drained stop. */
@Injectable()
export class JobsRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private queues: QueuePort[] = [];
  private workers: WorkerPort[] = [];
  private stopping = false;
  private relaying: Promise<void> = Promise.resolve();
  private renewal?: NodeJS.Timeout;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly relay: Relay,
    private readonly effects: Effects,
    private readonly timetable: Timetable,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const onError = (error: Error) => this.log.warn('queue connection', { error: error.message });
    const open = openQueues(this.config);
    const effects = open.queue(EFFECTS, onError);
    const schedules = open.queue(SCHEDULES, onError);
    this.queues = [effects, schedules];
    this.workers = [
      open.worker(EFFECTS, 4, (job) => this.effects.perform(job.id.replace(/^o-/, '')), onError),
      open.worker(SCHEDULES, 1, (job) => this.timetable.runTask(job.name), onError),
    ];
    await this.renewSchedules(schedules);
    this.renewal = setInterval(() => void this.renewSchedules(schedules), RENEW_SCHEDULES_MS);
    this.relaying = this.keepRelaying(effects);
    this.log.log('worker ready', { effects: this.effects.kinds, schedules: this.timetable.entries().length });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.renewal);
    await this.relaying;
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all(this.queues.map((queue) => queue.close()));
  }

  private async renewSchedules(queue: QueuePort): Promise<void> {
    for (const { id, every } of this.timetable.entries()) {
      await queue.repeat(id, every).catch((error: Error) => this.log.warn('schedule', { id, error: error.message }));
    }
  }

  private async keepRelaying(queue: QueuePort): Promise<void> {
    while (!this.stopping) {
      const offered = await this.offerDue(queue);
      if (offered === 0) await new Promise((resolve) => setTimeout(resolve, RELAY_PAUSE_MS));
    }
  }

  private async offerDue(queue: QueuePort): Promise<number> {
    try {
      const ids = await this.relay.due();
      if (ids.length > 0) await queue.offer(ids.map((id) => ({ id: `o-${id}`, name: 'effect' })));
      return ids.length;
    } catch (error) {
      this.log.warn('relay', { error: String(error).slice(0, 300) });
      return 0;
    }
  }
}
