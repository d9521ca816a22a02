import { SetMetadata } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';

export const SCHEDULED = 'goodstanding:scheduled';

export interface ScheduleOptions {
  /** Stable name, `<module>.<what>`. */
  id: string;
  /** What it is for, shown in the operator's list. */
  description: string;
  /** Milliseconds between runs. */
  every: number;
}

/** Marks a provider as a task that the worker runs again and again. */
export const Scheduled = (options: ScheduleOptions) => SetMetadata(SCHEDULED, options);

/** A repeated task. Two runs at the same time must be harmless: several workers may be up. */
export interface ScheduledTask {
  run(tx: Tx): Promise<void>;
}
