import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ImpactDifferenceRepository } from '../persistence/impact-difference.repository.js';

const KEPT_HOURS = 90 * 24;

/** Results about persons are kept while somebody may decide by them, and a quarter of a year for questions afterwards. */
@Injectable()
export class ForgetResults {
  constructor(private readonly differences: ImpactDifferenceRepository) {}

  async execute(tx: Tx): Promise<void> {
    await this.differences.forget(tx, tx.now.subtract({ hours: KEPT_HOURS }));
  }
}
