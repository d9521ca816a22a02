import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { BackgroundAnswerEntity, BackgroundCheckEntity } from './background.entity.js';

/** Results of background checks, and the answers to them. */
@Injectable()
export class BackgroundRepository {
  /** @returns false when this report is recorded already, or the result it corrects was corrected before */
  async addCheck(tx: Tx, check: BackgroundCheckEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(BackgroundCheckEntity).values(check).orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  /** Last recorded first. */
  async checksOf(tx: Tx, applicationId: string): Promise<BackgroundCheckEntity[]> {
    const order = { recordedAt: 'desc', id: 'desc' } as const;
    return tx.manager.find(BackgroundCheckEntity, { where: { applicationId }, order });
  }

  /** @returns false when the person was asked about this result already */
  async ask(tx: Tx, asked: Omit<BackgroundAnswerEntity, 'answeredAt' | 'caseFileId'>): Promise<boolean> {
    const values = { ...asked, answeredAt: null, caseFileId: null };
    const insert = tx.manager.createQueryBuilder().insert().into(BackgroundAnswerEntity).values(values).orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  /** First asked first. */
  async answersOf(tx: Tx, applicationId: string): Promise<BackgroundAnswerEntity[]> {
    const order = { askedAt: 'asc', id: 'asc' } as const;
    return tx.manager.find(BackgroundAnswerEntity, { where: { applicationId }, order });
  }

  async answered(tx: Tx, id: string, caseFileId: string): Promise<void> {
    await tx.manager.update(BackgroundAnswerEntity, { id }, { answeredAt: tx.now, caseFileId });
  }

  /** Answers that were asked for and did not come, with a last day before `date`, whose clock still stands. */
  async overdue(tx: Tx, date: Temporal.PlainDate, limit: number): Promise<BackgroundAnswerEntity[]> {
    return tx.manager
      .createQueryBuilder(BackgroundAnswerEntity, 'a')
      .where('a.answered_at is null and a.answer_until < :date', { date: date.toString() })
      .andWhere(
        `exists (select from application_pause p where p.application_id = a.application_id
           and p.reason_code = 'background_answer' and p.ended_at is null)`,
      )
      .take(limit)
      .getMany();
  }
}
