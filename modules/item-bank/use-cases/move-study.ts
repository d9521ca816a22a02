import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { canonicalHash } from '../../../src/kernel/canonical-json.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { resultOf, type StudyResult } from '../domain/study-result.js';
import { roundOf, studyAfter, type StudyMove } from '../domain/study-state.js';
import { studyNotPossible } from '../item-bank.errors.js';
import type { AngoffStudyEntity } from '../persistence/study.entity.js';
import { StudyRepository } from '../persistence/study.repository.js';
import { FindStudy } from './find-study.js';

/** A psychometrician opens a study, goes on to the second round, closes or stops it. Closing freezes what came out. */
@Injectable()
export class MoveStudy {
  constructor(
    private readonly studies: StudyRepository,
    private readonly find: FindStudy,
    private readonly ids: Ids,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not_found, item_bank.study_not_possible while estimates are missing or for another order of steps */
  async execute(tx: Tx, { studyId, move }: { studyId: string; move: StudyMove }): Promise<{ studyId: string }> {
    const study = await this.find.led(tx, studyId);
    const toState = studyAfter(study.state, move, study.rounds);
    if (!toState) {
      throw studyNotPossible('That is not the next step of this study.', 'Open it again: it shows where it stands.');
    }
    const result = move === 'close' ? await this.result(tx, study) : null;
    await this.studies.addEvent(tx, {
      id: this.ids.next(),
      bodyId: study.bodyId,
      studyId,
      move,
      fromState: study.state,
      toState,
      actorId: personIdOf(tx.actor),
      result,
      resultHash: result && canonicalHash(result),
      recordedAt: tx.now,
    });
    await this.audit.record(tx, {
      action: `item-bank.study.${move}`,
      subject: { kind: 'angoff_study', id: studyId },
      bodyId: study.bodyId,
      details: { state: toState },
    });
    const judging = (await this.studies.judges(tx, studyId)).filter(({ excusedAt }) => !excusedAt);
    await this.find.askJudges(
      tx,
      { ...study, state: toState },
      judging.map(({ judgeId }) => judgeId),
    );
    return { studyId };
  }

  private async result(tx: Tx, study: AngoffStudyEntity): Promise<StudyResult> {
    const items = await this.find.itemsOf(tx, study);
    const judges = (await this.studies.judges(tx, study.id)).filter(({ excusedAt }) => !excusedAt);
    const estimates = await this.studies.estimates(tx, study.id, roundOf(study.state) ?? study.rounds);
    const missing = items.length * judges.length - estimates.length;
    if (missing > 0 || judges.length < 2) {
      throw studyNotPossible(
        missing > 0 ? `Estimates are still needed: ${missing}.` : 'A study needs two judges or more.',
        'Wait for the judges, or excuse who cannot finish: two or more must be left.',
      );
    }
    return resultOf(study, items, estimates);
  }
}
