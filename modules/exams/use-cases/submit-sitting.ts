import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CloseSitting } from './close-sitting.js';
import { ExamRows } from './exam-rows.js';

/** Hands a sitting in with what is saved. Handing in fifty times is handing in once. */
@Injectable()
export class SubmitSitting {
  constructor(
    private readonly rows: ExamRows,
    private readonly close: CloseSitting,
  ) {}

  /** @throws DomainError not_found for another person's */
  async execute(tx: Tx, sittingId: string): Promise<{ sittingId: string }> {
    const own = await this.rows.sittings.findOwn(tx, personIdOf(tx.actor), sittingId);
    if (!own) throw notFound('this sitting');
    await this.close.execute(tx, { sittingId, by: 'person' });
    return { sittingId };
  }
}
