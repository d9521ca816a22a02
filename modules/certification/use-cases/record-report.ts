import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { LineOutcome } from '../domain/exam/judge-report.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ReadExamStanding } from './exam-standing.js';
import type { JudgedLine } from './judge-lines.js';
import { MoveAuthorisation } from './move-authorisation.js';
import { RecordExamResult } from './record-exam-result.js';

export interface LineTold {
  position: number;
  outcome: LineOutcome;
  message: string | null;
}

/** Records one judged line as an exam result; an authorisation that it uses up is closed. */
@Injectable()
export class RecordReport {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly standing: ReadExamStanding,
    private readonly recordExam: RecordExamResult,
    private readonly authorisations: MoveAuthorisation,
  ) {}

  /** @param acting the transaction as the registrar who confirmed the list; null when they are none any more */
  async execute(acting: Tx | null, judged: JudgedLine): Promise<LineTold> {
    const { position, outcome, message, report, authorisation } = judged;
    if (!report || !authorisation) return { position, outcome, message };
    if (!acting) {
      const gone = 'Whoever confirmed this list is no registrar any more. Upload it again to record this line.';
      return { position, outcome: 'problem', message: gone };
    }
    const { applicationId } = authorisation;
    try {
      // A savepoint: what one line cannot have does not take the others along.
      await acting.manager.transaction(async (manager) => {
        const tx = { ...acting, manager };
        const { passed } = await this.recordExam.execute(tx, { applicationId, report, corrects: null });
        if (passed || (await this.isLast(tx, applicationId))) await this.authorisations.use(tx, authorisation);
      });
      return { position, outcome: 'recorded', message };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { position, outcome: 'problem', message: `${error.message} ${error.next}` };
    }
  }

  private async isLast(tx: Tx, applicationId: string): Promise<boolean> {
    return (await this.standing.execute(tx, await this.applications.get(tx, applicationId))).left === 0;
  }
}
