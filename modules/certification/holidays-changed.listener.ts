import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import { On } from '../../src/platform/events/on.js';
import { HolidaysChanged } from '../organizations/body-rules.public.js';
import { ResetClocks } from './use-cases/reset-clocks.js';

/** Limits in business days follow the body's calendar. */
@Injectable()
export class HolidaysChangedListener {
  constructor(private readonly resetClocks: ResetClocks) {}

  @On(HolidaysChanged, 'after')
  async reset(tx: Tx, { bodyId }: HolidaysChanged): Promise<void> {
    await this.resetClocks.execute(tx, bodyId);
  }
}
