import { setTimeout as wait } from 'node:timers/promises';
import type { RandomSequence } from '../modules/quizzes/domain/random.js';
import type { Receipts } from './receipts.js';
import type { SeededPerson } from './seed-sittings.js';

interface Unsaved {
  chosen: string;
  /** The revision this tab had seen when the answer was given. */
  base: number;
  /** Milliseconds. */
  givenAt: number;
}

type Outcome = { versionId: string; revision: number } & (
  { state: 'saved' } | { state: 'older'; answer: { chosen: string[] } }
);

/** As modules/exams/http/assets/exam.js, whose 300 ms and 4 s are for people; these give answers faster, and have fewer patience. */
const [PAUSE_MS, RETRY_MS, MOST] = [60, 400, 60];
const THOUGHT_MS = 1_500;
const OPTIONS = ['a', 'b', 'c', 'd'];

/**
 * One tab with an open exam, as the page's script works: an answer stays unsaved until its receipt, goes out with the revision the
 * tab has seen, is tried again after trouble, and gives way to a newer one of another tab.
 */
export class SimulatedTab {
  /** The longest time from an answer until its receipt, milliseconds. */
  longestWait = 0;
  private readonly seen = new Map<string, number>();
  private readonly unsaved = new Map<string, Unsaved>();
  private sending = false;
  private timer: NodeJS.Timeout | undefined;
  private turn = 0;

  constructor(
    private readonly person: SeededPerson,
    private readonly ports: readonly number[],
    private readonly receipts: Receipts,
    private readonly random: RandomSequence,
  ) {}

  /** Gives up what has no receipt. */
  close(): void {
    clearTimeout(this.timer);
    this.unsaved.clear();
  }

  get waiting(): number {
    return this.unsaved.size;
  }

  /** Gives answers until told to end: question by question, and sometimes one of before once more. */
  async sit(until: AbortSignal): Promise<void> {
    const { versionIds } = this.person;
    for (let place = 0; !until.aborted; await wait(this.random() * 2 * THOUGHT_MS)) {
      const again = place > 0 && this.random() < 0.2;
      const at = again ? Math.floor(this.random() * place) : place++;
      this.give(versionIds[at % versionIds.length] ?? '');
    }
  }

  private give(versionId: string): void {
    const chosen = OPTIONS[Math.floor(this.random() * OPTIONS.length)] ?? '';
    const base = this.seen.get(versionId) ?? 0;
    this.unsaved.set(versionId, { chosen, base, givenAt: performance.now() });
    this.plan(PAUSE_MS);
  }

  private plan(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), pause);
  }

  private async send(): Promise<void> {
    if (this.sending || this.unsaved.size === 0) return;
    this.sending = true;
    let pause = 0;
    try {
      await this.put([...this.unsaved].slice(0, MOST));
    } catch {
      pause = RETRY_MS;
    } finally {
      this.sending = false;
    }
    if (this.unsaved.size > 0) this.plan(pause);
  }

  /** @throws Error for whatever is no receipt: no connection, or a server without its database */
  private async put(batch: [string, Unsaved][]): Promise<void> {
    const { token, sittingId } = this.person;
    const port = this.ports[this.turn++ % this.ports.length] ?? 0;
    const answers = batch.map(([versionId, { chosen, base }]) => ({ versionId, revision: base + 1, chosen: [chosen] }));
    const before = batch.map(([versionId, { chosen, base }]) =>
      this.receipts.send(this.keyOf(versionId), { revision: base + 1, chosen }),
    );
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/sittings/${sittingId}/answers`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ answers }),
    });
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    const told = (await response.json()) as { answers: Outcome[] };
    told.answers.forEach((outcome, at) => {
      const [, sent] = batch[at] as [string, Unsaved];
      this.settle(outcome, sent, before[at] ?? 0);
    });
  }

  private settle(outcome: Outcome, sent: Unsaved, before: number): void {
    const { versionId, revision } = outcome;
    const saved = outcome.state === 'saved';
    const chosen = saved ? sent.chosen : (outcome.answer.chosen[0] ?? '');
    this.receipts.receive(this.keyOf(versionId), { revision, chosen }, before);
    this.seen.set(versionId, revision);
    const now = this.unsaved.get(versionId);
    if (saved) {
      this.receipts.acknowledged += 1;
      this.longestWait = Math.max(this.longestWait, performance.now() - sent.givenAt);
    }
    if (!saved || now === sent) this.unsaved.delete(versionId);
    else if (now) now.base = revision;
  }

  private keyOf(versionId: string): string {
    return `${this.person.sittingId} ${versionId}`;
  }
}
