import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../clock/clock.js';
import { IdempotencyStore, type IdempotencyKey } from './idempotency.js';

/** What every use case receives first: the open transaction, who acts, and when. */
export interface Tx {
  readonly manager: EntityManager;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly requestId: string;
}

/** What an edge (controller, processor, command) knows before it opens a transaction. */
export interface TransactionContext {
  readonly actor: Actor;
  readonly requestId: string;
  readonly idempotency?: IdempotencyKey;
}

/**
 * Opens transactions at the edges, and nowhere else. Own rows, facts, audit row and outbox rows of one call commit
 * together or not at all.
 */
@Injectable()
export class Transaction {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: IdempotencyStore,
  ) {}

  /**
   * Runs `work` in one transaction. When the context carries an idempotency key, a repeat with the same content gets
   * the first answer without running `work` again; so `work` must return plain JSON.
   * @throws DomainError `idempotency.*` for a key used with other content, or still in flight after two seconds
   */
  async run<T>(context: TransactionContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      const tx = await this.open(manager, context);
      if (!context.idempotency) return work(tx);
      const earlier = await this.idempotency.claim(tx, context.idempotency);
      if (earlier) return earlier.answer as T;
      const answer = await work(tx);
      await this.idempotency.keep(tx, context.idempotency, answer);
      return answer;
    });
  }

  /** Runs `work` in a read-only transaction with one consistent snapshot. */
  async read<T>(context: TransactionContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('set transaction read only');
      return work(await this.open(manager, context));
    });
  }

  private async open(manager: EntityManager, { actor, requestId }: TransactionContext): Promise<Tx> {
    const person = actor.kind === 'person' ? actor.personId : '';
    const body = actor.kind === 'person' ? [...new Set(actor.memberships.map((m) => m.organizationId))].join(',') : '';
    // Row-level security will read these two; set locally, so that a pooled connection never keeps them.
    await manager.query(`select set_config('app.person', $1, true), set_config('app.body', $2, true)`, [person, body]);
    return { manager, actor, requestId, now: await this.clock.now(manager) };
  }
}
