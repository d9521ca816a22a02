import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';

/** The only source of time. A transaction reads it once and hands it on as `tx.now`. */
export abstract class Clock {
  abstract now(manager: EntityManager): Promise<Temporal.Instant>;
}

/** Whole milliseconds, as the columns keep them: an instant read back equals the one written. */
export function systemNow(): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Date.now());
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
  async now(manager: EntityManager): Promise<Temporal.Instant> {
    const rows: { offset_ms: number }[] = await manager.query('select offset_ms from demonstration_clock');
    return systemNow().add({ milliseconds: rows[0]?.offset_ms ?? 0 });
  }
}
