import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { QueryFailedError } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { passLookedAt } from '../rescoring.errors.js';

export interface PassDecision {
  id: string;
  bodyId: string;
  personId: string;
  rescoreId: string;
  sittingId: string;
  secretId: string;
  proposedBy: string;
  proposedAt: Temporal.Instant;
  answerUntil: Temporal.Instant;
  outcome: 'withdrawn' | 'kept' | null;
  decidedBy: string | null;
  decidedAt: Temporal.Instant | null;
}

const COLUMNS = `id, body_id as "bodyId", person_id as "personId", rescore_id as "rescoreId", sitting_id as "sittingId",
  secret_id as "secretId", proposed_by as "proposedBy", proposed_at as "proposedAt", answer_until as "answerUntil", outcome,
  decided_by as "decidedBy", decided_at as "decidedAt"`;

/** Decisions about one person's pass. */
@Injectable()
export class PassDecisionRepository {
  /** @throws DomainError exams.pass_looked_at */
  async add(tx: Tx, one: Omit<PassDecision, 'proposedAt' | 'outcome' | 'decidedBy' | 'decidedAt'>): Promise<void> {
    const { id, bodyId, personId, rescoreId, sittingId, secretId, proposedBy, answerUntil } = one;
    try {
      await tx.manager.query(
        `insert into exam_pass_decision (id, body_id, person_id, rescore_id, sitting_id, secret_id, proposed_by, proposed_at, answer_until)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, bodyId, personId, rescoreId, sittingId, secretId, proposedBy, tx.now.toString(), answerUntil.toString()],
      );
    } catch (error) {
      const { constraint } = (error instanceof QueryFailedError ? error.driverError : {}) as { constraint?: string };
      if (constraint === 'exam_pass_decision_open' || constraint === 'exam_pass_decision_once') throw passLookedAt();
      throw error;
    }
  }

  async ofRescore(tx: Tx, rescoreId: string): Promise<PassDecision[]> {
    return tx.manager.query(
      `select ${COLUMNS} from exam_pass_decision where rescore_id = $1 order by proposed_at, id`,
      [rescoreId],
    );
  }

  async openOf(tx: Tx, sittingId: string): Promise<PassDecision | null> {
    const [row]: PassDecision[] = await tx.manager.query(
      `select ${COLUMNS} from exam_pass_decision where sitting_id = $1 and outcome is null`,
      [sittingId],
    );
    return row ?? null;
  }

  /** Held until the transaction ends. */
  async lock(tx: Tx, bodyIds: readonly string[], id: string): Promise<PassDecision | null> {
    const [row]: PassDecision[] = await tx.manager.query(
      `select ${COLUMNS} from exam_pass_decision where id = $1 and body_id = any($2) for update`,
      [id, [...bodyIds]],
    );
    return row ?? null;
  }

  async decide(tx: Tx, id: string, outcome: 'withdrawn' | 'kept', by: string): Promise<void> {
    await tx.manager.query(
      'update exam_pass_decision set outcome = $2, decided_by = $3, decided_at = $4 where id = $1',
      [id, outcome, by, tx.now.toString()],
    );
  }
}
