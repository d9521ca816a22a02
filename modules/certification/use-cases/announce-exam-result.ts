import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters, type NewLetter } from '../../notifications/notifications.public.js';
import { topicIn } from '../../schemes/schemes.public.js';
import { waitBrokenBy } from '../domain/exam/waiting.js';
import type { ApplicationEntity, ExamResultEntity } from '../persistence/application.entity.js';
import { ReadExamStanding } from './exam-standing.js';

/** What remains of a recorded exam result: the audit's row, and the letter with the outcome, the domains and what comes next. */
@Injectable()
export class AnnounceExamResult {
  constructor(
    private readonly audit: Audit,
    private readonly letters: Letters,
    private readonly standing: ReadExamStanding,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  async note(tx: Tx, result: ExamResultEntity): Promise<void> {
    const { id, bodyId, personId, applicationId, factId, corrects } = result;
    await this.audit.record(tx, {
      action: 'certification.exam-result.recorded',
      subject: { kind: 'exam-result', id },
      bodyId,
      personId,
      details: { application: applicationId, fact: factId, corrects },
    });
  }

  async tell(tx: Tx, application: ApplicationEntity, result: ExamResultEntity): Promise<void> {
    const { id, bodyId, personId } = result;
    await this.letters.send(tx, {
      kind: 'application-exam-result',
      identity: `application-exam-result:${id}`,
      to: { personId },
      bodyId,
      data: await this.words(tx, application, result),
    });
  }

  private async words(tx: Tx, application: ApplicationEntity, result: ExamResultEntity): Promise<NewLetter['data']> {
    const { version, sittings, nextOn, left } = await this.standing.execute(tx, application);
    const opens = waitBrokenBy(result.satOn, sittings, version.definition.exam?.retest_wait ?? null);
    const counts = opens === null;
    return {
      schemeTitle: ({ word }) => word(version.title),
      on: result.satOn.toString(),
      // What was scored here nobody copied from a centre's report.
      here: result.recordedBy === null,
      atCentre: result.recordedBy !== null,
      passed: counts && result.passed,
      notPassedYet: counts && !result.passed,
      countsFrom: opens?.toString() ?? null,
      domains: ({ language, say }) =>
        Object.entries(result.domains).map(([code, percent]) => say`${topicIn(language, code)}: ${percent} percent`),
      nextOn: counts && !result.passed && left !== 0 ? (nextOn?.toString() ?? null) : null,
      link: `${this.config.PUBLIC_URL}/applications/${application.id}/exam`,
    };
  }
}
