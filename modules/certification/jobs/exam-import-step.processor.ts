import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { EXAM_IMPORT_STEP, StepExamImport } from '../use-cases/step-exam-import.js';

/** Goes on with a long list of exam results, step by step. */
@Injectable()
@Processes(EXAM_IMPORT_STEP)
export class ExamImportStepProcessor implements EffectProcessor<{ importId: string }> {
  constructor(private readonly step: StepExamImport) {}

  process(tx: Tx, { importId }: { importId: string }): Promise<void> {
    return this.step.execute(tx, importId);
  }
}
