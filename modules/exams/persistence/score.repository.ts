import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Answer } from '../domain/of-quizzes.js';
import type { Figures, RescoreOutcome } from '../domain/rescoring/compare-results.js';

/** The result of a sitting that holds, and how many it has had. */
export interface CurrentResult extends Figures {
  number: number;
  domains: Record<string, number>;
  examResultId: string;
  factId: string;
}

/** A closed sitting with what it is scored from. */
export interface ScoredSitting {
  id: string;
  personId: string;
  formId: string;
  applicationId: string;
  startedAt: Temporal.Instant;
  /** By version id; what was left open is not there. */
  answers: Record<string, Answer>;
  result: CurrentResult;
}

export interface NewScore extends CurrentResult {
  sittingId: string;
  bodyId: string;
  personId: string;
  rescoreId: string;
  passDecisionId: string | null;
}

/** A sitting as a rescore found it. */
export interface FoundSitting {
  rescoreId: string;
  sittingId: string;
  bodyId: string;
  personId: string;
  outcome: RescoreOutcome;
  before: Figures;
  after: Figures;
}

const AT_ONCE = 200;
const SITTING = `s.id, s.person_id as "personId", s.form_id as "formId", s.application_id as "applicationId", s.started_at as "startedAt",
  coalesce((select jsonb_object_agg(a.version_id, a.answer) from sitting_answer a where a.sitting_id = s.id), '{}') as answers,
  jsonb_build_object('number', c.number, 'earnedParts', c.earned_parts, 'possibleParts', c.possible_parts, 'scaledScore', c.scaled_score,
    'passed', c.passed, 'domains', c.domains, 'examResultId', c.exam_result_id, 'factId', c.fact_id) as result`;
const CLOSED = `from sitting s cross join lateral current_result(s.id) c where s.state in ('submitted', 'time_up')`;

/** Results of sittings, one after the other, and what rescores found. */
@Injectable()
export class ScoreRepository {
  /** The closed sittings of a form by a cursor, {@link AT_ONCE} at a time. */
  async *closed(tx: Tx, formId: string): AsyncGenerator<ScoredSitting[]> {
    await tx.manager.query(
      `declare rescored_sittings no scroll cursor for select ${SITTING} ${CLOSED} and s.form_id = $1 order by s.id`,
      [formId],
    );
    for (;;) {
      const rows: ScoredSitting[] = await tx.manager.query(`fetch forward ${AT_ONCE} from rescored_sittings`);
      if (rows.length > 0) yield rows;
      if (rows.length < AT_ONCE) break;
    }
    await tx.manager.query('close rescored_sittings');
  }

  /** Closed sittings that a rescore has not looked at yet, held. */
  async next(tx: Tx, rescoreId: string, limit: number): Promise<ScoredSitting[]> {
    const held: { id: string }[] = await tx.manager.query(
      `select s.id from exam_rescore_form k join sitting s on s.form_id = k.form_id
       where k.rescore_id = $1 and s.state in ('submitted', 'time_up') and exists (select from sitting_result r where r.sitting_id = s.id)
         and not exists (select from exam_rescore_sitting x where x.rescore_id = $1 and x.sitting_id = s.id)
       order by s.id limit $2 for update of s`,
      [rescoreId, limit],
    );
    return this.some(
      tx,
      held.map(({ id }) => id),
    );
  }

  /** Held until the transaction ends. */
  async lock(tx: Tx, sittingId: string): Promise<ScoredSitting | null> {
    await tx.manager.query('select from sitting where id = $1 for update', [sittingId]);
    return (await this.some(tx, [sittingId]))[0] ?? null;
  }

  async addFound(tx: Tx, { before, after, ...found }: FoundSitting): Promise<void> {
    const figures = [before, after].flatMap((one) => [one.earnedParts, one.possibleParts, one.scaledScore, one.passed]);
    await tx.manager.query(
      `insert into exam_rescore_sitting (rescore_id, sitting_id, body_id, person_id, outcome, old_parts, old_possible, old_scaled, old_passed,
         new_parts, new_possible, new_scaled, new_passed, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [found.rescoreId, found.sittingId, found.bodyId, found.personId, found.outcome, ...figures, tx.now.toString()],
    );
  }

  /** What a rescore found of sittings: by outcome how many, and those that would not pass. */
  async found(tx: Tx, rescoreId: string): Promise<{ outcome: RescoreOutcome; sittings: number }[]> {
    return tx.manager.query(
      `select outcome, count(*)::int as sittings from exam_rescore_sitting where rescore_id = $1 group by outcome order by outcome`,
      [rescoreId],
    );
  }

  async passesKept(
    tx: Tx,
    rescoreId: string,
  ): Promise<{ sittingId: string; personId: string; before: Figures; after: Figures }[]> {
    return tx.manager.query(
      `select sitting_id as "sittingId", person_id as "personId",
         jsonb_build_object('earnedParts', old_parts, 'possibleParts', old_possible, 'scaledScore', old_scaled, 'passed', old_passed) as before,
         jsonb_build_object('earnedParts', new_parts, 'possibleParts', new_possible, 'scaledScore', new_scaled, 'passed', new_passed) as after
       from exam_rescore_sitting where rescore_id = $1 and outcome = 'pass_kept' order by sitting_id`,
      [rescoreId],
    );
  }

  async addScore(tx: Tx, score: NewScore): Promise<void> {
    await tx.manager.query(
      `insert into sitting_score (sitting_id, number, body_id, person_id, earned_parts, possible_parts, scaled_score, passed, domains,
         rescore_id, pass_decision_id, exam_result_id, fact_id, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        score.sittingId,
        score.number,
        score.bodyId,
        score.personId,
        score.earnedParts,
        score.possibleParts,
        score.scaledScore,
        score.passed,
        JSON.stringify(score.domains),
        score.rescoreId,
        score.passDecisionId,
        score.examResultId,
        score.factId,
        tx.now.toString(),
      ],
    );
  }

  private async some(tx: Tx, ids: readonly string[]): Promise<ScoredSitting[]> {
    if (ids.length === 0) return [];
    return tx.manager.query(`select ${SITTING} ${CLOSED} and s.id = any($1) order by s.id`, [[...ids]]);
  }
}
