import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Answer } from '../domain/answer.js';

export interface LateQuizAnswer {
  itemCode: string;
  answer: Answer;
  givenAt: Temporal.Instant;
}

/** What came after the end of an attempt. */
@Injectable()
export class LateQuizAnswerRepository {
  /** The newest that was given to each question stays. */
  async keep(
    tx: Tx,
    { attemptId, personId }: { attemptId: string; personId: string },
    answers: readonly LateQuizAnswer[],
  ): Promise<void> {
    const given = answers.map(({ itemCode: c, answer: a, givenAt }) => ({ c, a, g: givenAt.toString() }));
    await tx.manager.query(
      `insert into quiz_late_answer as kept (attempt_id, item_code, person_id, answer, given_at, received_at)
       select $1, l.c, $2, l.a, l.g, $3 from jsonb_to_recordset($4::jsonb) as l (c text, a jsonb, g timestamptz)
       order by l.c
       on conflict (attempt_id, item_code) do update
         set answer = excluded.answer, given_at = excluded.given_at, received_at = excluded.received_at
         where kept.given_at < excluded.given_at`,
      [attemptId, personId, tx.now.toString(), JSON.stringify(given)],
    );
  }

  /** By the question's code. */
  async of(tx: Tx, attemptId: string): Promise<Map<string, { answer: Answer; receivedAt: Temporal.Instant }>> {
    const rows: { itemCode: string; answer: Answer; receivedAt: Temporal.Instant }[] = await tx.manager.query(
      'select item_code as "itemCode", answer, received_at as "receivedAt" from quiz_late_answer where attempt_id = $1',
      [attemptId],
    );
    return new Map(rows.map(({ itemCode, ...late }) => [itemCode, late]));
  }
}
