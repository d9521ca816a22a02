import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { dateIn } from '../../../src/kernel/dates.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Letters } from '../../notifications/notifications.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { Sitting } from '../persistence/sitting.repository.js';
import { ExamRepository } from '../persistence/exam.repository.js';

/** Where a letter about a sitting gets its words: the exam's title and the day at the body. */
@Injectable()
export class SittingWords {
  constructor(
    private readonly exams: ExamRepository,
    private readonly organizations: Organizations,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  async of(tx: Tx, { id, examId, bodyId, startedAt }: Sitting) {
    const exam = await this.exams.find(tx, examId);
    const { timeZone } = await this.organizations.get(tx, bodyId);
    const link = `${this.config.PUBLIC_URL}/sittings/${id}/result`;
    return { title: exam?.title ?? '', on: dateIn(timeZone, startedAt).toString(), link };
  }
}

/** What remains of an act after the end of a sitting: the audit's row, and the letter. */
@Injectable()
export class AfterEndTrail {
  constructor(
    private readonly audit: Audit,
    private readonly letters: Letters,
    private readonly words: SittingWords,
    private readonly ids: Ids,
  ) {}

  newId(): string {
    return this.ids.next();
  }

  async note(tx: Tx, what: string, sitting: Sitting, details: Record<string, string>): Promise<void> {
    const { id, bodyId, personId } = sitting;
    const subject = { kind: 'exam_sitting', id };
    await this.audit.record(tx, { action: `exams.sitting.${what}`, subject, bodyId, personId, details });
  }

  /** It does not count: whoever sat it hears so at once. */
  async tell(tx: Tx, sitting: Sitting): Promise<void> {
    await this.letters.send(tx, {
      kind: 'application-exam-not-counted',
      identity: `application-exam-not-counted:${sitting.id}`,
      to: { personId: sitting.personId },
      bodyId: sitting.bodyId,
      data: await this.words.of(tx, sitting),
    });
  }
}
