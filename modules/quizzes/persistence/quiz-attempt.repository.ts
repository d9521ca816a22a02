import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Score } from '../domain/scoring.js';
import { QuizAnswerEntity, QuizAttemptEntity, QuizAttemptItemEntity } from './quiz-attempt.entity.js';

type Opened = Pick<
  QuizAttemptEntity,
  'id' | 'personId' | 'quizCode' | 'quizVersionId' | 'number' | 'seed' | 'startedAt' | 'deadlineAt'
>;

/** What one competency brought to a passed attempt. */
export interface PassedShare {
  attemptId: string;
  personId: string;
  quizCode: string;
  title: string;
  passPercent: number;
  passedAt: Temporal.Instant;
  competency: string;
  questions: number;
  /** In parts; a question is worth `PARTS_PER_QUESTION`. */
  earned: number;
}

/** Attempts, their forms and answers. */
@Injectable()
export class QuizAttemptRepository {
  /** A person's attempts at a quiz, all versions of it, first to last. */
  async historyOf(tx: Tx, personId: string, quizCode: string): Promise<QuizAttemptEntity[]> {
    return tx.manager.find(QuizAttemptEntity, { where: { personId, quizCode }, order: { number: 'asc' } });
  }

  /** The person's own attempt, or null: another person's looks like one that does not exist. */
  async findOwn(tx: Tx, personId: string, id: string): Promise<QuizAttemptEntity | null> {
    return tx.manager.findOneBy(QuizAttemptEntity, { id, personId });
  }

  /** The attempt, held for closing: waits for answers in flight and keeps others from closing it too. */
  async lockToClose(tx: Tx, id: string): Promise<QuizAttemptEntity | null> {
    return tx.manager.findOne(QuizAttemptEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns false when another attempt of that person and quiz is open, has that number, or has passed */
  async open(tx: Tx, attempt: Opened): Promise<boolean> {
    const inserted: unknown[] = await tx.manager.query(
      `insert into quiz_attempt (id, person_id, quiz_code, quiz_version_id, number, seed, started_at, deadline_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $7) on conflict do nothing returning id`,
      [
        attempt.id,
        attempt.personId,
        attempt.quizCode,
        attempt.quizVersionId,
        attempt.number,
        attempt.seed,
        attempt.startedAt.toString(),
        attempt.deadlineAt.toString(),
      ],
    );
    return inserted.length > 0;
  }

  async addItems(tx: Tx, items: QuizAttemptItemEntity[]): Promise<void> {
    await tx.manager.insert(QuizAttemptItemEntity, items);
  }

  /** The questions of an attempt in the order they are shown. */
  async itemsOf(tx: Tx, attemptId: string): Promise<QuizAttemptItemEntity[]> {
    return tx.manager.find(QuizAttemptItemEntity, { where: { attemptId }, order: { place: 'asc' } });
  }

  async answersOf(tx: Tx, attemptId: string): Promise<Map<string, QuizAnswerEntity>> {
    const answers = await tx.manager.findBy(QuizAnswerEntity, { attemptId });
    return new Map(answers.map((answer) => [answer.itemCode, answer]));
  }

  /** Passed attempts of several persons, one row for each competency asked about. */
  async passedShares(tx: Tx, personIds: readonly string[]): Promise<PassedShare[]> {
    return tx.manager.query(
      `select a.id as "attemptId", a.person_id as "personId", a.quiz_code as "quizCode", v.definition->>'title' as title,
              (v.definition->>'pass_percent')::int as "passPercent", a.closed_at as "passedAt",
              i.competency, count(*)::int as questions, sum(i.earned_parts)::int as earned
       from quiz_attempt a
       join quiz_version v on v.id = a.quiz_version_id
       join quiz_attempt_item i on i.attempt_id = a.id
       where a.person_id = any($1::uuid[]) and a.passed
       group by a.id, v.id, i.competency
       order by a.closed_at, a.id, i.competency`,
      [[...personIds]],
    );
  }

  /** Writes the score; the attempt must be held by {@link lockToClose}. */
  async close(
    tx: Tx,
    id: string,
    { closedBy, closedAt }: { closedBy: 'person' | 'time'; closedAt: Temporal.Instant },
    score: Score,
  ): Promise<void> {
    await tx.manager.query(
      `update quiz_attempt_item i set earned_parts = scored.earned
       from unnest($2::text[], $3::int[]) as scored (item_code, earned)
       where i.attempt_id = $1 and i.item_code = scored.item_code`,
      [id, score.parts.map((part) => part.itemCode), score.parts.map((part) => part.earned)],
    );
    await tx.manager.query(
      `update quiz_attempt set closed_at = $2, closed_by = $3, earned_parts = $4, possible_parts = $5, percent = $6, passed = $7
       where id = $1`,
      [id, closedAt.toString(), closedBy, score.earnedParts, score.possibleParts, score.percent, score.passed],
    );
  }
}
