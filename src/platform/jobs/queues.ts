import { Queue, Worker, createPostgresBackend, withBackend, type Job } from 'bullmq';
import type { Config } from '../../config/config.js';

/** `removeOnComplete` and `removeOnFail` take only true or false: counts and ages deadlock on PostgreSQL (bullmq 6.7). */
const FORGET = { removeOnComplete: true, removeOnFail: true } as const;

export interface QueuePort {
  /** Offers jobs; an id that is already waiting is not offered twice. */
  offer(jobs: { id: string; name: string }[]): Promise<void>;
  /** Makes or renews a repeated job. */
  repeat(id: string, everyMs: number): Promise<void>;
  close(): Promise<void>;
}

export interface WorkerPort {
  /** Waits for running jobs, then stops. */
  close(): Promise<void>;
}

/** Injection token for {@link Queues}. */
export const QUEUES = Symbol('queues');

export interface Queues {
  queue(name: string, onError: (error: Error) => void): QueuePort;
  worker(
    name: string,
    concurrency: number,
    perform: (job: { id: string; name: string }) => Promise<void>,
    onError: (error: Error) => void,
  ): WorkerPort;
}

/** BullMQ on PostgreSQL, or on Redis where `REDIS_URL` is set; the outbox makes both equally safe. */
export function openQueues(config: Config): Queues {
  const backend = config.REDIS_URL
    ? onRedis(config.REDIS_URL)
    : onPostgres(config.JOBS_DATABASE_URL ?? config.DATABASE_URL);
  return {
    queue(name, onError) {
      const queue = backend.queue(name);
      queue.on('error', onError);
      return {
        async offer(jobs) {
          await queue.addBulk(jobs.map((job) => ({ name: job.name, data: {}, opts: { jobId: job.id, ...FORGET } })));
        },
        async repeat(id, everyMs) {
          await queue.upsertJobScheduler(id, { every: everyMs }, { name: id, opts: FORGET });
        },
        close: () => queue.close(),
      };
    },
    worker(name, concurrency, perform, onError) {
      const worker = backend.worker(
        name,
        async (job) => perform({ id: job.id ?? job.name, name: job.name }),
        concurrency,
      );
      worker.on('error', onError);
      return { close: () => worker.close() };
    },
  };
}

type Perform = (job: Job) => Promise<void>;

function onRedis(url: string) {
  const connection = { url, maxRetriesPerRequest: null };
  return {
    queue: (name: string) => new Queue(name, { connection }),
    worker: (name: string, perform: Perform, concurrency: number) =>
      new Worker(name, perform, { connection, concurrency }),
  };
}

function onPostgres(url: string) {
  const classes = withBackend(createPostgresBackend);
  const connection = { connectionString: url, max: 4 };
  return {
    queue: (name: string) => new classes.Queue(name, { connection }),
    worker: (name: string, perform: Perform, concurrency: number) =>
      new classes.Worker(name, perform as never, { connection, concurrency }),
  };
}
