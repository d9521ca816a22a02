import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { ExamImportEntity } from '../persistence/exam-centre.entity.js';
import { ExamImportRepository, type ImportLine } from '../persistence/exam-import.repository.js';
import { JudgeLines } from './judge-lines.js';
import { RecordReport, type LineTold } from './record-report.js';

/** Records the good lines of a list, one exam result each, as the registrar who confirmed it. */
@Injectable()
export class RecordLines {
  constructor(
    private readonly imports: ExamImportRepository,
    private readonly judge: JudgeLines,
    private readonly recordReport: RecordReport,
    private readonly organizations: Organizations,
  ) {}

  /** Every line is judged once more, because of what was recorded since the check. */
  async execute(tx: Tx, list: ExamImportEntity, lines: readonly ImportLine[]): Promise<void> {
    const acting = await this.asRegistrar(tx, list);
    const told: LineTold[] = [];
    for (const line of lines) {
      // One by one, so that a line knows of the sitting that the line before it recorded.
      const [judged] = await this.judge.execute(tx, list, [line]);
      if (judged) told.push(await this.recordReport.execute(acting, judged));
    }
    await this.imports.tell(tx, list.id, told);
  }

  /**
   * The registrar's confirmation is what the later steps carry out: they act as that person, as long as the person still
   * holds the role. Null when they do not.
   */
  private async asRegistrar(tx: Tx, { bodyId, confirmedBy }: ExamImportEntity): Promise<Tx | null> {
    if (!confirmedBy) return null;
    const registrars = await this.organizations.staffOf(tx, bodyId, 'registrar');
    if (!registrars.includes(confirmedBy)) return null;
    const membership = { organizationId: bodyId, organizationKind: 'certifying-body', role: 'registrar' } as const;
    const person = { kind: 'person', personId: confirmedBy, sessionId: '', assurance: 'two-factor' } as const;
    return { ...tx, actor: { ...person, memberships: [membership] } };
  }
}
