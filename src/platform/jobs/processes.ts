import { SetMetadata } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';

export const PROCESSES = 'goodstanding:processes';

/** Marks a provider as the one effect behind outbox rows of `kind`. */
export const Processes = (kind: string) => SetMetadata(PROCESSES, kind);

/** The effect behind one kind of outbox row. */
export interface EffectProcessor<Payload = Record<string, unknown>> {
  /**
   * Performs the effect; what it writes commits together with the row's `done_at`. Throwing puts the row back with a
   * growing wait, and parks it for a person after the last try.
   */
  process(tx: Tx, payload: Payload): Promise<void>;
}
