import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
/** Whatever can run a query: a transaction, or a pool. */
export interface Queryable {
  query(sql: string): Promise<unknown>;
}

/** The only source of time. A transaction reads it once and hands it on as `tx.now`. */
export abstract class Clock {
  abstract now(manager: Queryable): Promise<Temporal.Instant>;
}

/** Whole milliseconds, as the columns keep them: an instant read back equals the one written. */
export function systemNow(): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(systemMilliseconds());
}

/** The same as a number since 1970, for what only counts within a minute: an instant costs more than counting. */
export function systemMilliseconds(): number {
  return Date.now();
}

@Injectable()
export class SystemClock extends Clock {
  async now(): Promise<Temporal.Instant> {
    return systemNow();
  }
}

/** A demonstration's clock: the system's time plus the offset kept in one row, which only moves forward. */
@Injectable()
export class DemonstrationClock extends Clock {
  async now(manager: Queryable): Promise<Temporal.Instant> {
    const rows = (await manager.query('select offset_ms from demonstration_clock')) as { offset_ms: number | string }[];
    return systemNow().add({ milliseconds: Number(rows[0]?.offset_ms ?? 0) });
  }
}
