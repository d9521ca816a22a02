import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { FiledMessage } from '../../../src/platform/mail/file-mailer.js';
import { ApiClient } from './api-client.js';
import { PageVisitor } from './page-visitor.js';
import type { Transport } from './transport.js';

const PATIENCE_MS = 120_000;

/** A demonstration to play on: its clock, its letters, and the effects that follow what was done. */
export class Stage {
  readonly api: ApiClient;

  constructor(
    private readonly send: Transport,
    /** Performs what is due where no worker runs; absent where one does. */
    private readonly performEffects?: () => Promise<unknown>,
  ) {
    this.api = new ApiClient(send);
  }

  visitor(): PageVisitor {
    return new PageVisitor(this.send);
  }

  async now(): Promise<Temporal.Instant> {
    const { now } = await this.api.get<{ now: string }>('/api/v1/demonstration/clock');
    return Temporal.Instant.from(now);
  }

  /** Moves the clock to noon UTC of `date` and waits for everything that was due by then. */
  async moveTo(date: Temporal.PlainDate): Promise<void> {
    const to = date.toZonedDateTime({ timeZone: 'UTC', plainTime: '15:00' }).toInstant();
    if (Temporal.Instant.compare(to, await this.now()) > 0) {
      await this.api.post('/api/v1/demonstration/clock', { to: to.toString() });
    }
    await this.settle();
  }

  /** Lets so much time pass, and waits for everything that was due meanwhile. */
  async pass(duration: Temporal.DurationLike): Promise<void> {
    const to = (await this.now()).add(duration);
    await this.api.post('/api/v1/demonstration/clock', { to: to.toString() });
    await this.settle();
  }

  /** Waits until no effect is due any more. @throws Error when one does not succeed */
  async settle(): Promise<void> {
    const started = performance.now();
    for (;;) {
      await this.performEffects?.();
      const { due, troubled } = await this.api.get<{ due: number; troubled: number }>('/api/v1/demonstration/effects');
      if (troubled > 0) throw new Error('An effect did not succeed: "npm run cli -- outbox list" tells which');
      if (due === 0) return;
      if (performance.now() - started > PATIENCE_MS) throw new Error(`${due} effects are still due after two minutes`);
      await wait(100);
    }
  }

  /** Every letter so far, newest first. */
  async letters(): Promise<FiledMessage[]> {
    const { letters } = await this.api.get<{ letters: FiledMessage[] }>('/api/v1/demonstration/letters');
    return letters;
  }

  /** The newest letter to an address whose subject says `about`. */
  async letterTo(address: string, about: RegExp): Promise<FiledMessage> {
    await this.settle();
    const letter = (await this.letters()).find(({ to, subject }) => to.address === address && about.test(subject));
    if (!letter) throw new Error(`No letter about ${about} came to ${address}`);
    return letter;
  }

  /** The path of the first link in a letter. */
  linkIn(letter: FiledMessage): string {
    const link = /https?:\/\/\S+/.exec(letter.text)?.[0];
    if (!link) throw new Error(`The letter "${letter.subject}" has no link`);
    const { pathname, search } = new URL(link);
    return pathname + search;
  }
}
