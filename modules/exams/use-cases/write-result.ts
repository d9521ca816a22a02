import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SitExamHere } from '../../certification/exam-sittings.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { SittingScore } from '../domain/score-sitting.js';
import { ScoreRepository, type ScoredSitting } from '../persistence/score.repository.js';

export interface ResultGround {
  bodyId: string;
  rescoreId: string;
  /** The decision by which a result becomes lower; null for every other. */
  passDecisionId: string | null;
}

/** Writes the next result of a sitting after the one that holds, and puts right what certification recorded of it. */
@Injectable()
export class WriteResult {
  constructor(
    private readonly scores: ScoreRepository,
    private readonly here: SitExamHere,
    private readonly organizations: Organizations,
  ) {}

  /** @returns the day of the sitting, in the body's zone */
  async execute(
    tx: Tx,
    sitting: ScoredSitting,
    score: SittingScore,
    ground: ResultGround,
  ): Promise<Temporal.PlainDate> {
    const { id: sittingId, personId, applicationId, startedAt, result } = sitting;
    const { name, timeZone } = await this.organizations.get(tx, ground.bodyId);
    const satOn = dateIn(timeZone, startedAt);
    const { scaledScore, passed, domains } = score;
    const report = { satOn, score: scaledScore, domains, centre: name, reference: sittingId };
    const correction = { applicationId, examResultId: result.examResultId, report, passed };
    const recorded = await this.here.correct(tx, correction);
    await this.scores.addScore(tx, {
      ...score,
      ...recorded,
      ...ground,
      sittingId,
      personId,
      number: result.number + 1,
    });
    return satOn;
  }
}
