import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { Temporal } from 'temporal-polyfill';
import { systemActor } from '../../kernel/actor.js';
import { Transaction, type Tx } from '../database/transaction.js';
import { Log } from '../log/log.js';
import { errorWords } from '../log/without-personal-words.js';
import { PROCESSES, type EffectProcessor } from './processes.js';

const TRIES = 12;
const LONGEST_WAIT = Temporal.Duration.from({ hours: 6 });

/** Wait before try n + 1: 5 s, 20 s, 80 s … at most six hours, so that a day without a mail server loses nothing. */
export function waitAfter(attempts: number): Temporal.Duration {
  const seconds = Math.min(5 * 4 ** (attempts - 1), LONGEST_WAIT.total('seconds'));
  return Temporal.Duration.from({ seconds });
}

/** Performs outbox rows: the row is locked, its effect runs, and both commit together. */
@Injectable()
export class Effects implements OnModuleInit {
  private readonly processors = new Map<string, EffectProcessor>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly transaction: Transaction,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const kind = metatype && this.reflector.get<string | undefined>(PROCESSES, metatype);
      if (!kind || !instance) continue;
      if (this.processors.has(kind)) throw new Error(`Two processors for ${kind}`);
      this.processors.set(kind, instance as EffectProcessor);
    }
  }

  get kinds(): string[] {
    return [...this.processors.keys()].sort();
  }

  /** Performs the row once; a row that is done, parked or being worked on elsewhere is left alone. */
  async perform(id: string): Promise<void> {
    const context = { actor: systemActor('worker'), requestId: id };
    try {
      await this.transaction.run(context, (tx) => this.performLocked(tx, id));
    } catch (error) {
      this.log.warn('effect did not succeed', { outboxId: id, error });
      await this.transaction.run(context, (tx) => putBack(tx, id, error));
    }
  }

  private async performLocked(tx: Tx, id: string): Promise<void> {
    const [row] = await tx.manager.query(
      `select kind, payload from outbox
       where id = $1 and done_at is null and parked_at is null for update skip locked`,
      [id],
    );
    if (!row) return;
    const processor = this.processors.get(row.kind);
    if (!processor) throw new Error(`No processor for ${row.kind}`);
    await processor.process(tx, row.payload);
    await tx.manager.query(`update outbox set done_at = $2, last_error = null where id = $1`, [id, tx.now.toString()]);
  }
}

async function putBack(tx: Tx, id: string, error: unknown): Promise<void> {
  const [row] = await tx.manager.query(
    `select attempts from outbox where id = $1 and done_at is null and parked_at is null for update skip locked`,
    [id],
  );
  if (!row) return;
  const attempts = row.attempts + 1;
  await tx.manager.query(
    `update outbox set attempts = $2, last_error = $3, due_at = $4, offered_at = null, parked_at = $5 where id = $1`,
    [
      id,
      attempts,
      errorWords(error).slice(0, 500),
      tx.now.add(waitAfter(attempts)).toString(),
      attempts >= TRIES ? tx.now.toString() : null,
    ],
  );
}
