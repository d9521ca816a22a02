import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../kernel/domain-error.js';

export interface IdempotencyKey {
  /** Actor, route and the key that the form or the caller gave. */
  readonly key: string;
  /** sha256 of what was sent. */
  readonly requestHash: string;
}

const LOCK_NOT_AVAILABLE = '55P03';

function stillInFlight(): DomainError {
  return new DomainError({
    code: 'idempotency.in_flight',
    kind: 'conflict',
    message: 'The same request is still being worked on.',
    next: 'Wait a few seconds and send it again: you will get the first answer.',
    retryAfter: 3,
  });
}

function otherContent(): DomainError {
  return new DomainError({
    code: 'idempotency.other_content',
    kind: 'invalid',
    message: 'This form was already sent once, with other content.',
    next: 'Open the page again. What you sent first is kept; send your change from there.',
  });
}

/** Answers of writes by key, kept 24 hours, in the transaction of the write itself. */
@Injectable()
export class IdempotencyStore {
  /** Claims the key for this transaction, or hands back the answer it led to before. */
  async claim(tx: { manager: EntityManager; now: Temporal.Instant }, { key, requestHash }: IdempotencyKey) {
    await tx.manager.query(`set local lock_timeout = '2s'`);
    const inserted = await tx.manager
      .query(
        `insert into idempotency (key, request_hash, created_at) values ($1, $2, $3)
         on conflict (key) do nothing returning key`,
        [key, requestHash, tx.now.toString()],
      )
      .catch((error: Error & { driverError?: { code?: string } }) => {
        if (error.driverError?.code === LOCK_NOT_AVAILABLE) throw stillInFlight();
        throw error;
      });
    await tx.manager.query(`set local lock_timeout = '0'`);
    if (inserted.length > 0) return null;
    const [row] = await tx.manager.query(`select request_hash, answer from idempotency where key = $1`, [key]);
    if (row.request_hash !== requestHash) throw otherContent();
    return { answer: row.answer as unknown };
  }

  /** Keeps the answer beside the claimed key. */
  async keep(tx: { manager: EntityManager }, { key }: IdempotencyKey, answer: unknown): Promise<void> {
    await tx.manager.query(`update idempotency set answer = $2 where key = $1`, [key, JSON.stringify(answer ?? null)]);
  }
}
