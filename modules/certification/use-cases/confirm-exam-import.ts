import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { LineOutcome } from '../domain/exam/judge-report.js';
import { resultsNotChecked } from '../exam-centres.errors.js';
import type { ExamImportEntity, ExamImportLineEntity } from '../persistence/exam-centre.entity.js';
import { ExamImportRepository } from '../persistence/exam-import.repository.js';
import { StepExamImport } from './step-exam-import.js';

export type ImportReading = Pick<ExamImportEntity, 'id' | 'fileName' | 'encoding' | 'lines' | 'state' | 'doneTo'> & {
  counts: Partial<Record<LineOutcome, number>>;
  told: Pick<ExamImportLineEntity, 'line' | 'outcome' | 'message' | 'cells'>[];
};

/** A checked list: what it holds, and the confirmation that records its good lines. */
@Injectable()
export class ConfirmExamImport {
  constructor(
    private readonly imports: ExamImportRepository,
    private readonly step: StepExamImport,
    private readonly audit: Audit,
  ) {}

  /** @param most lines with something to tell @throws DomainError not_found for another body's list */
  async read(tx: Tx, id: string, most: number): Promise<ImportReading> {
    const list = await this.imports.find(tx, organizationsOf(tx.actor, 'registrar'), id);
    if (!list) throw notFound('this list');
    const { fileName, encoding, lines, state, doneTo } = list;
    const told = await this.imports.told(tx, id, most);
    return {
      id,
      fileName,
      encoding,
      lines,
      state,
      doneTo,
      counts: await this.imports.counts(tx, id),
      told: told.map(({ line, outcome, message, cells }) => ({ line, outcome, message, cells })),
    };
  }

  /** Begins to record the good lines; confirmed twice is confirmed once. @throws DomainError not_found, .results_not_checked */
  async execute(tx: Tx, id: string): Promise<{ id: string }> {
    const found = await this.imports.find(tx, organizationsOf(tx.actor, 'registrar'), id);
    const list = found && (await this.imports.lock(tx, id));
    if (!list) throw notFound('this list');
    if (list.state === 'checking') throw resultsNotChecked();
    if (list.state !== 'checked') return { id };
    await this.imports.move(tx, id, { state: 'recording', doneTo: 0, confirmedBy: personIdOf(tx.actor) });
    await this.audit.record(tx, {
      action: 'certification.exam-list.confirmed',
      subject: { kind: 'exam-import', id },
      bodyId: list.bodyId,
    });
    await this.step.execute(tx, id);
    return { id };
  }
}
