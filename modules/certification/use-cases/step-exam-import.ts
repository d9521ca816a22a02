import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import type { ExamImportEntity } from '../persistence/exam-centre.entity.js';
import { ExamImportRepository } from '../persistence/exam-import.repository.js';
import { JudgeLines } from './judge-lines.js';
import { RecordLines } from './record-lines.js';

/** Lines of one step: one transaction, a second or two. */
const STEP = 200;
export const EXAM_IMPORT_STEP = 'certification.exam-import-step';

/**
 * Takes a list of results a step further: some lines are checked, or recorded, and the place reached is kept in the same
 * transaction. Whatever breaks off goes on from there; a step that comes twice finds its lines done.
 */
@Injectable()
export class StepExamImport {
  constructor(
    private readonly imports: ExamImportRepository,
    private readonly judge: JudgeLines,
    private readonly record: RecordLines,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, importId: string): Promise<void> {
    const list = await this.imports.lock(tx, importId);
    if (!list || list.state === 'checked' || list.state === 'recorded') return;
    const lines = await this.imports.next(tx, importId, list.doneTo, STEP);
    if (list.state === 'checking') await this.imports.tell(tx, importId, await this.judge.execute(tx, list, lines));
    else await this.record.execute(tx, list, lines);
    await this.goOn(tx, list, lines.at(-1)?.position ?? list.lines);
  }

  private async goOn(tx: Tx, { id, state, lines }: ExamImportEntity, doneTo: number): Promise<void> {
    if (doneTo >= lines) {
      await this.imports.move(tx, id, { state: state === 'checking' ? 'checked' : 'recorded', doneTo });
      return;
    }
    await this.imports.move(tx, id, { doneTo });
    await this.outbox.add(tx, { kind: EXAM_IMPORT_STEP, payload: { importId: id }, orderKey: `exam-import:${id}` });
  }
}
