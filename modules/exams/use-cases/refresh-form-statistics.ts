import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { FORM_STATISTICS, type FormStatisticsDue } from '../domain/statistics/effects.js';
import { StatisticsRepository } from '../persistence/statistics.repository.js';

/**
 * Asks for the statistics of every form that more people have finished since they were worked out: each in an effect of its own, one
 * after the other. Asked twice, by two workers say, the second finds nothing new and adds nothing.
 */
@Injectable()
export class RefreshFormStatistics {
  constructor(
    private readonly rows: StatisticsRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @returns how many forms */
  async execute(tx: Tx): Promise<number> {
    const forms = await this.rows.behind(tx);
    for (const formId of forms) {
      const payload: FormStatisticsDue = { formId, onlyNew: true };
      await this.outbox.add(tx, { kind: FORM_STATISTICS, payload: { ...payload }, orderKey: `exam_form ${formId}` });
    }
    return forms.length;
  }
}
