import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { ask } from '../../../src/platform/database/frequent-statement.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Answer } from '../domain/answer.js';
import type { QuizItem } from '../domain/quiz-definition.js';
import { QuizAnswerEntity } from './quiz-attempt.entity.js';

export interface AnswerRow {
  itemCode: string;
  revision: number;
  answer: Answer;
}

/** A question of an attempt without its words. */
export interface QuestionShape {
  itemCode: string;
  place: number;
  kind: QuizItem['kind'];
  options: { key: string }[];
}

const SAVE = {
  name: 'save-quiz-answers',
  text: `with open as materialized (
       select id, deadline_at from quiz_attempt
       where id = $1 and person_id = $2 and closed_at is null
         and $3::timestamptz < deadline_at + quiz_grace() for share
     ), saved as (
       insert into quiz_answer as kept (attempt_id, item_code, revision, answer, saved_at)
       select o.id, g.c, g.r, g.a, $3::timestamptz
       from open o, jsonb_to_recordset($4::jsonb) as g (c text, r integer, a jsonb)
       order by g.c
       on conflict (attempt_id, item_code) do update
         set revision = excluded.revision, answer = excluded.answer, saved_at = excluded.saved_at
         where kept.revision < excluded.revision
       returning kept.item_code
     )
     select (select deadline_at from open) as "deadlineAt", array(select item_code from saved) as saved`,
};

/** The answers of attempts, and which would fit. */
@Injectable()
export class QuizAnswerRepository {
  /**
   * Saves answers of one attempt, each unless a revision as high or higher is there already, in one statement that looks at the
   * owner, the deadline and the revision at once. The attempt is held until the transaction ends, so that it is not closed
   * with an answer that was acknowledged and not counted.
   * @param rows no question twice
   * @returns the end of the attempt, null where it takes no answers of this person now, and the codes of the questions whose
   *   answer was saved
   */
  async save(
    tx: Tx,
    { attemptId, personId }: { attemptId: string; personId: string },
    rows: readonly AnswerRow[],
  ): Promise<{ deadlineAt: Temporal.Instant | null; saved: string[] }> {
    const given = rows.map(({ itemCode: c, revision: r, answer: a }) => ({ c, r, a }));
    const values = [attemptId, personId, tx.now.toString(), JSON.stringify(given)];
    const [written] = await ask<{ deadlineAt: Temporal.Instant | null; saved: string[] }>(tx.manager, SAVE, values);
    return written ?? { deadlineAt: null, saved: [] };
  }

  async one(tx: Tx, attemptId: string, itemCode: string): Promise<QuizAnswerEntity> {
    return tx.manager.findOneByOrFail(QuizAnswerEntity, { attemptId, itemCode });
  }

  /** The questions of a person's attempt in order; none when it is not there or another person's. */
  async questionsOf(tx: Tx, personId: string, attemptId: string): Promise<QuestionShape[]> {
    const rows: (Omit<QuestionShape, 'options'> & { optionOrder: string[] })[] = await tx.manager.query(
      `select i.item_code as "itemCode", i.place, item->>'kind' as kind, i.option_order as "optionOrder"
       from quiz_attempt a
       join quiz_attempt_item i on i.attempt_id = a.id
       join quiz_version v on v.id = a.quiz_version_id
       join jsonb_array_elements(v.definition->'items') item on item->>'code' = i.item_code
       where a.id = $1 and a.person_id = $2
       order by i.place`,
      [attemptId, personId],
    );
    return rows.map(({ optionOrder, ...question }) => ({ ...question, options: optionOrder.map((key) => ({ key })) }));
  }
}
