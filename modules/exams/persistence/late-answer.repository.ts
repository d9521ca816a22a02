import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** What came after the end of a sitting: how much and when, never what. */
export interface LateSummary {
  answers: number;
  /** By the word of the device. */
  firstGivenAt: Temporal.Instant;
  lastGivenAt: Temporal.Instant;
  receivedAt: Temporal.Instant;
}

export type NewLateAnswers = LateSummary & {
  id: string;
  bodyId: string;
  personId: string;
  sittingId: string;
  secretId: string;
};

/** Answers that came after the end. */
@Injectable()
export class LateAnswerRepository {
  async add(tx: Tx, late: NewLateAnswers): Promise<void> {
    await tx.manager.query(
      `insert into sitting_late_answer (id, body_id, person_id, sitting_id, answers, first_given_at, last_given_at, secret_id, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        late.id,
        late.bodyId,
        late.personId,
        late.sittingId,
        late.answers,
        late.firstGivenAt.toString(),
        late.lastGivenAt.toString(),
        late.secretId,
        late.receivedAt.toString(),
      ],
    );
  }

  /** All that came of a sitting together; null where nothing did. */
  async of(tx: Tx, sittingId: string): Promise<LateSummary | null> {
    const [row]: [LateSummary] = await tx.manager.query(
      `select coalesce(sum(answers), 0)::int as answers, min(first_given_at) as "firstGivenAt", max(last_given_at) as "lastGivenAt",
         max(received_at) as "receivedAt"
       from sitting_late_answer where sitting_id = $1`,
      [sittingId],
    );
    return row.answers > 0 ? row : null;
  }
}
