import { type ChildProcess, fork } from 'node:child_process';
import { DrawingStopped, DrawingTookTooLong } from '../document.errors.js';
import type { FromChild, ToChild } from './messages.js';

interface PoolSettings {
  /** The compiled entry of a drawing process, and its arguments. */
  entry: string;
  arguments: string[];
  processes: number;
  /** From handing a document over to its answer; the process is ended when it passes. */
  limitMs: number;
  /** A process is replaced after this many documents. */
  documentsPerProcess: number;
}

type Question = Omit<ToChild, 'id'> & { limitMs?: number };
type Answer = Exclude<FromChild, { say: 'ready' }>;

interface Job {
  question: Question;
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

interface Worker {
  child: ChildProcess;
  ready: boolean;
  done: number;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

const START_LIMIT_MS = 30_000;

/**
 * A few processes that each do one thing at a time. They start with the first question. A process can be ended
 * while it draws, which a thread cannot: a hung document costs its own answer and nothing else.
 */
export class ChildPool {
  private readonly workers = new Set<Worker>();
  private readonly waiting: Job[] = [];
  private next = 1;
  private closed = false;

  constructor(private readonly settings: PoolSettings) {}

  /** The process ids of the drawing processes, for measuring. */
  get pids(): number[] {
    return [...this.workers].flatMap(({ child }) => child.pid ?? []);
  }

  /**
   * @throws DrawingTookTooLong the limit passed
   * @throws DrawingStopped the process ended, or the pool is closed
   */
  ask(question: Question): Promise<Answer> {
    if (this.closed) return Promise.reject(new DrawingStopped());
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      this.handOut();
    });
  }

  /** Ends every process; what still waits is told. */
  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.waiting.splice(0)) job.reject(new DrawingStopped());
    await Promise.all([...this.workers].map((worker) => this.end(worker)));
  }

  private handOut(): void {
    for (const worker of this.workers) {
      const job = worker.ready && !worker.job ? this.waiting.shift() : undefined;
      if (job) this.give(worker, job);
    }
    const starting = [...this.workers].filter(({ ready }) => !ready).length;
    if (this.waiting.length > starting && this.workers.size < this.settings.processes) this.start();
  }

  private give(worker: Worker, job: Job): void {
    worker.job = job;
    const { limitMs = this.settings.limitMs, ...question } = job.question;
    hold(worker.child, true);
    worker.timer = setTimeout(() => this.giveUp(worker, new DrawingTookTooLong(limitMs)), limitMs);
    worker.child.send({ id: this.next++, ...question } satisfies ToChild);
  }

  private start(): void {
    // An own, small environment: a drawing process has no business with addresses, passwords and keys.
    const child = fork(this.settings.entry, this.settings.arguments, {
      execArgv: ['--max-old-space-size=128'],
      env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], TZ: 'UTC' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const worker: Worker = { child, ready: false, done: 0, job: null, timer: null };
    this.workers.add(worker);
    worker.timer = setTimeout(() => this.giveUp(worker, new DrawingStopped()), START_LIMIT_MS);
    child.on('message', (message: FromChild) => this.hear(worker, message));
    child.on('error', () => this.giveUp(worker, new DrawingStopped()));
    child.on('exit', () => this.giveUp(worker, new DrawingStopped()));
  }

  private hear(worker: Worker, message: FromChild): void {
    if (worker.timer) clearTimeout(worker.timer);
    worker.timer = null;
    const { job } = worker;
    worker.job = null;
    hold(worker.child, false);
    if (message.say === 'ready') worker.ready = true;
    else {
      worker.done += 1;
      job?.resolve(message);
      if (worker.done >= this.settings.documentsPerProcess) void this.end(worker);
    }
    this.handOut();
  }

  /** The worker is lost: its own document is told why; a start that does not succeed tells one that waits, so that nobody waits for ever. */
  private giveUp(worker: Worker, error: Error): void {
    if (!this.workers.delete(worker)) return;
    if (worker.timer) clearTimeout(worker.timer);
    const job = worker.job ?? (worker.ready ? undefined : this.waiting.shift());
    worker.job = null;
    worker.child.kill('SIGKILL');
    job?.reject(error);
    if (!this.closed) this.handOut();
  }

  private async end(worker: Worker): Promise<void> {
    this.workers.delete(worker);
    if (worker.timer) clearTimeout(worker.timer);
    worker.job?.reject(new DrawingStopped());
    worker.job = null;
    if (worker.child.exitCode !== null || worker.child.signalCode !== null) return;
    const gone = new Promise((resolve) => worker.child.once('exit', resolve));
    hold(worker.child, true);
    worker.child.kill('SIGKILL');
    await gone;
  }
}

/** An idle process must not keep its parent alive; a busy one must. */
function hold(child: ChildProcess, busy: boolean): void {
  if (busy) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
