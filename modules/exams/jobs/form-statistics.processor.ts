import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { FORM_STATISTICS, type FormStatisticsDue } from '../domain/statistics/effects.js';
import { ComputeFormStatistics } from '../use-cases/compute-form-statistics.js';

/** Works out the statistics of a form when a psychometrician asked for it, or the night did. Once more only adds the same numbers again. */
@Injectable()
@Processes(FORM_STATISTICS)
export class FormStatisticsProcessor implements EffectProcessor<FormStatisticsDue> {
  constructor(private readonly compute: ComputeFormStatistics) {}

  async process(tx: Tx, due: FormStatisticsDue): Promise<void> {
    await this.compute.execute(tx, due);
  }
}
