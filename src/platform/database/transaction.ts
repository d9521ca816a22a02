import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor, SystemActor } from '../../kernel/actor.js';
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

type SystemContext = TransactionContext & { readonly actor: SystemActor };

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

  /**
   * For a system's `work` that changes all it changes by its first statement: PostgreSQL makes that a transaction of its own, and the
   * round trips of a beginning and an end are spared. What the work reads afterwards, it reads as others have left it.
   */
  async single<T>({ actor, requestId }: SystemContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { manager } = this.source;
    return work({ actor, requestId, manager, now: await this.clock.now(manager) });
  }

  /** Runs `work` in a read-only transaction with one consistent snapshot. */
  async read<T>(context: TransactionContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', async (manager) =>
      work(await this.open(manager, context, { transaction_read_only: 'on' })),
    );
  }

  private async open(manager: EntityManager, context: TransactionContext, settings: Settings = {}): Promise<Tx> {
    const { actor, requestId } = context;
    await set(manager, { ...settings, ...whoActs(actor) });
    return { manager, actor, requestId, now: await this.clock.now(manager) };
  }
}

/** Settings of PostgreSQL by name. */
type Settings = Record<string, string>;

/** Row-level security will read these two. Nobody acts for a person or a body where they are not set. */
function whoActs(actor: Actor): Settings {
  if (actor.kind !== 'person') return {};
  const bodies = new Set(actor.memberships.map((membership) => membership.organizationId));
  return { 'app.person': actor.personId, 'app.body': [...bodies].join(',') };
}

/** All in one statement, and for this transaction only, so that a pooled connection never keeps them. */
async function set(manager: EntityManager, settings: Settings): Promise<void> {
  const entries = Object.entries(settings);
  if (entries.length === 0) return;
  const each = entries.map((_, at) => `set_config($${2 * at + 1}, $${2 * at + 2}, true)`);
  await manager.query(`select ${each.join(', ')}`, entries.flat());
}
