import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { listLines, UnreadableLine } from '../../../src/platform/lists/list-lines.js';
import { readListText } from '../../../src/platform/lists/list-text.js';
import { columnIn, headerProblem } from '../domain/exam/report-line.js';
import { unreadableResults, unusableResults } from '../exam-centres.errors.js';
import type { ExamImportEntity } from '../persistence/exam-centre.entity.js';
import { ExamImportRepository, type NewLine } from '../persistence/exam-import.repository.js';
import { StepExamImport } from './step-exam-import.js';

/** Lines that are written at once. */
const BATCH = 1000;

/** Takes a centre's list of results in and begins to check it. Nothing is recorded before it is confirmed. */
@Injectable()
export class ReceiveExamList {
  constructor(
    private readonly imports: ExamImportRepository,
    private readonly step: StepExamImport,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /**
   * The same bytes again are the same list: its id is given back and nothing happens.
   * @param bodyId needed only where the actor is a registrar of several bodies
   * @throws DomainError certification.unreadable_results, certification.unusable_results
   */
  async execute(tx: Tx, upload: { bodyId?: string; fileName: string; bytes: Buffer }): Promise<{ id: string }> {
    const bodyId = bodyOf(tx, upload.bodyId);
    const read = readListText(upload.bytes);
    if (!read) throw unreadableResults();
    const contentHash = createHash('sha256').update(upload.bytes).digest('hex');
    const list: Omit<ExamImportEntity, 'columns'> = {
      id: this.ids.next(),
      bodyId,
      uploadedBy: personIdOf(tx.actor),
      fileName: upload.fileName.slice(0, 200),
      encoding: read.encoding,
      contentHash,
      lines: 0,
      state: 'checking',
      doneTo: 0,
      confirmedBy: null,
      createdAt: tx.now,
    };
    const known = await this.imports.byContent(tx, bodyId, contentHash);
    if (known) return { id: known.id };
    const lines = await this.keep(tx, list, read.text);
    if (lines === null) return { id: (await this.imports.byContent(tx, bodyId, contentHash))?.id ?? list.id };
    await this.imports.setLines(tx, list.id, lines);
    await this.audit.record(tx, {
      action: 'certification.exam-list.received',
      subject: { kind: 'exam-import', id: list.id },
      bodyId,
      details: { lines },
    });
    await this.step.execute(tx, list.id);
    return { id: list.id };
  }

  /** @returns how many lines there are; null where the same bytes came a moment ago */
  private async keep(tx: Tx, list: Omit<ExamImportEntity, 'columns'>, text: string): Promise<number | null> {
    let [position, at] = [0, -1];
    let waiting: NewLine[] = [];
    let isHeader = true;
    try {
      for await (const { line, cells } of listLines(text)) {
        if (isHeader) {
          isHeader = false;
          const problem = headerProblem(cells);
          if (problem) throw unusableResults(problem);
          at = columnIn(cells, 'reference');
          if (!(await this.imports.add(tx, { ...list, columns: [...cells] }))) return null;
          continue;
        }
        waiting.push({ position: ++position, line, cells: [...cells], report: cells[at] ?? '' });
        if (waiting.length < BATCH) continue;
        await this.imports.addLines(tx, list, waiting);
        waiting = [];
      }
    } catch (error) {
      throw error instanceof UnreadableLine ? unreadableResults(error.line) : error;
    }
    if (position === 0) throw unusableResults('There is no result in this list.');
    await this.imports.addLines(tx, list, waiting);
    return position;
  }
}

function bodyOf(tx: Tx, bodyId: string | undefined): string {
  const bodies = [...new Set(organizationsOf(tx.actor, 'registrar'))];
  const chosen = bodyId ? bodies.find((id) => id === bodyId) : bodies.length === 1 ? bodies[0] : undefined;
  if (!chosen) throw unacceptable([{ field: 'bodyId', message: 'Choose the certifying body this is for' }]);
  return chosen;
}
