/**
 * Lets at most `slots` pieces of work run at once and at most `queue` wait. Who comes when the queue is full is told
 * at once, so that a storm of sign-ins cannot take the machine from everyone else.
 */
export class Semaphore {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly slots: number,
    private readonly queue: number,
  ) {}

  /** @throws what `whenFull` gives when nobody may wait any more */
  async run<T>(work: () => Promise<T>, whenFull: () => Error): Promise<T> {
    if (this.running < this.slots) this.running += 1;
    else if (this.waiting.length >= this.queue) throw whenFull();
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
