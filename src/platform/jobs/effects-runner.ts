import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Log } from '../log/log.js';
import { Effects } from './effects.js';
import { QUEUES, type QueuePort, type Queues, type WorkerPort } from './queues.js';
import { Relay } from './relay.js';

const NAME = 'effects';
const CONCURRENCY = 4;
const PAUSE_MS = 250;

/** Offers due outbox rows to the queue and performs them, from start to a drained stop. */
@Injectable()
export class EffectsRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private queue?: QueuePort;
  private worker?: WorkerPort;
  private stopping = false;
  private relaying: Promise<void> = Promise.resolve();

  constructor(
    @Inject(QUEUES) private readonly queues: Queues,
    private readonly relay: Relay,
    private readonly effects: Effects,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    const onError = (error: Error) => this.log.warn('effects queue', { error });
    this.queue = this.queues.queue(NAME, onError);
    const perform = (job: { id: string }) => this.effects.perform(job.id.replace(/^o-/, ''));
    this.worker = this.queues.worker(NAME, CONCURRENCY, perform, onError);
    this.relaying = this.keepRelaying(this.queue);
    this.log.log('effects are performed', { kinds: this.effects.kinds.length });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.relaying;
    await this.worker?.close();
    await this.queue?.close();
  }

  private async keepRelaying(queue: QueuePort): Promise<void> {
    while (!this.stopping) {
      const offered = await this.offerDue(queue);
      if (offered === 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  private async offerDue(queue: QueuePort): Promise<number> {
    try {
      const ids = await this.relay.due();
      if (ids.length > 0) await queue.offer(ids.map((id) => ({ id: `o-${id}`, name: 'effect' })));
      return ids.length;
    } catch (error) {
      this.log.warn('relay', { error });
      return 0;
    }
  }
}
