import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { FORM_STATISTICS } from '../domain/statistics/effects.js';
import { ComputeFormStatistics } from '../use-cases/compute-form-statistics.js';

/** Works out the statistics of a form when a psychometrician asked for it. Once more only adds the same numbers again. */
@Injectable()
@Processes(FORM_STATISTICS)
export class FormStatisticsProcessor implements EffectProcessor<{ formId: string }> {
  constructor(private readonly compute: ComputeFormStatistics) {}

  async process(tx: Tx, { formId }: { formId: string }): Promise<void> {
    await this.compute.execute(tx, { formId });
  }
}
