import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';

export const SEND_LETTER = 'notifications.send-letter';

/** Ids of letters and the way to the worker. */
@Injectable()
export class LetterQueue {
  constructor(
    private readonly ids: Ids,
    private readonly outbox: Outbox,
  ) {}

  nextId(): string {
    return this.ids.next();
  }

  async enqueue(tx: Tx, letterId: string): Promise<void> {
    await this.outbox.add(tx, { kind: SEND_LETTER, payload: { letterId } });
  }
}
