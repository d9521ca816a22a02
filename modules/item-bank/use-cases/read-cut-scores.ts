import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { cutOf, type Cut } from '../domain/angoff.js';
import { notInStudy } from '../item-bank.errors.js';
import { StudyRepository } from '../persistence/study.repository.js';

/** A cut score in items, exact: `numerator / denominator`. A form's raw cut is the least whole score that is not below it. */
export interface CutScore extends Cut {
  studyId: string;
  judges: number;
}

export interface ClosedStudy {
  id: string;
  title: string;
  closedAt: Temporal.Instant;
  judges: number;
  versionIds: string[];
}

/** What closed studies say, for those who make forms. */
@Injectable()
export class ReadCutScores {
  constructor(private readonly studies: StudyRepository) {}

  /** Newest first. */
  async closed(tx: Tx, bodyId: string): Promise<ClosedStudy[]> {
    return (await this.studies.closings(tx, bodyId)).flatMap(({ studyId: id, result, recordedAt: closedAt }) => {
      if (!result) return [];
      const versionIds = result.items.map(({ versionId }) => versionId);
      return [{ id, title: result.title, closedAt, judges: result.judges.length, versionIds }];
    });
  }

  /** @throws DomainError not_found for a study that is not closed; item_bank.not_in_study */
  async of(
    tx: Tx,
    { bodyId, studyId, versionIds }: { bodyId: string; studyId: string; versionIds: readonly string[] },
  ): Promise<CutScore> {
    const closing = (await this.studies.closings(tx, bodyId)).find((event) => event.studyId === studyId);
    if (!closing?.result) throw notFound('this study');
    const { judges, items, rounds } = closing.result;
    const [judged, wanted] = [new Set(items.map(({ versionId }) => versionId)), new Set(versionIds)];
    if (wanted.size === 0 || ![...wanted].every((id) => judged.has(id))) throw notInStudy();
    const estimates = await this.studies.estimates(tx, studyId, rounds);
    const cut = cutOf(estimates.filter(({ versionId }) => wanted.has(versionId)));
    return { studyId, judges: judges.length, ...cut };
  }
}
