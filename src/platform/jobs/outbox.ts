import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../database/transaction.js';
import { Ids } from '../ids/ids.js';

export interface OutboxEntry {
  /** Names the effect; exactly one processor carries it in `@Processes`. */
  kind: string;
  /** Ids and plain values; read again by the processor, possibly days later and by a newer version of the code. */
  payload: Record<string, unknown>;
  /** Rows with the same key are worked on one after the other, oldest first. */
  orderKey?: string;
  /** When the effect may happen; now when absent. */
  dueAt?: Temporal.Instant;
}

/**
 * Effects that must follow a change: written in its transaction, closed by the effect itself. An effect happens at
 * least once; its processor makes a repeat harmless (stable Message-ID, content hash, unique key).
 */
@Injectable()
export class Outbox {
  constructor(private readonly ids: Ids) {}

  async add(tx: Tx, { kind, payload, orderKey, dueAt }: OutboxEntry): Promise<void> {
    await tx.manager.query(
      `insert into outbox (id, kind, order_key, payload, due_at, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [
        this.ids.next(),
        kind,
        orderKey ?? null,
        JSON.stringify(payload),
        (dueAt ?? tx.now).toString(),
        tx.now.toString(),
      ],
    );
  }
}
