import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { studyNotPossible } from '../item-bank.errors.js';
import { StudyRepository } from '../persistence/study.repository.js';
import { FindStudy } from './find-study.js';

/** A psychometrician sets up a study: its items once and for all, its judges until it is over. */
@Injectable()
export class PrepareStudy {
  constructor(
    private readonly studies: StudyRepository,
    private readonly find: FindStudy,
    private readonly ids: Ids,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not_found, item_bank.study_not_possible for a version that is not reviewed or of another body */
  async begin(
    tx: Tx,
    {
      bodyId,
      title,
      rounds,
      versionIds,
    }: { bodyId: string; title: string; rounds: 1 | 2; versionIds: readonly string[] },
  ): Promise<{ studyId: string }> {
    await this.find.requireBody(tx, bodyId);
    const wanted = [...new Set(versionIds)];
    const known = new Set((await this.find.judgeable(tx, bodyId)).map(({ versionId }) => versionId));
    if (wanted.length === 0 || !wanted.every((id) => known.has(id))) {
      throw studyNotPossible('Choose the reviewed items that are judged.', 'Tick them in the list.', 'versionIds');
    }
    const id = this.ids.next();
    const createdBy = personIdOf(tx.actor);
    await this.studies.add(tx, { id, bodyId, title: title.trim(), rounds, createdBy, createdAt: tx.now }, wanted);
    await this.record(tx, 'prepared', { id, bodyId }, { items: wanted.length });
    return { studyId: id };
  }

  /** Harmless when the person judges there already. @throws DomainError not_found, item_bank.study_not_possible */
  async nameJudge(tx: Tx, { studyId, judgeId }: { studyId: string; judgeId: string }): Promise<{ studyId: string }> {
    const study = await this.find.led(tx, studyId);
    if (!(await this.find.judgesOf(tx, study.bodyId)).includes(judgeId)) {
      throw studyNotPossible(
        'A judge holds the role of a standard-setting judge at your body.',
        'Ask an administrator to give the role first.',
        'judgeId',
      );
    }
    const added = await this.studies.name(tx, { studyId, bodyId: study.bodyId, judgeId, by: personIdOf(tx.actor) });
    if (!added) return { studyId };
    await this.record(tx, 'judge-named', study, { judgeId });
    await this.find.askJudges(tx, study, [judgeId]);
    return { studyId };
  }

  /** Their estimates no longer count. @throws DomainError not_found, item_bank.study_not_possible */
  async excuseJudge(tx: Tx, { studyId, judgeId }: { studyId: string; judgeId: string }): Promise<{ studyId: string }> {
    const study = await this.find.led(tx, studyId);
    if (!(await this.studies.excuse(tx, studyId, judgeId, personIdOf(tx.actor)))) throw notFound('this judge');
    await this.record(tx, 'judge-excused', study, { judgeId });
    return { studyId };
  }

  private async record(
    tx: Tx,
    what: string,
    { id, bodyId }: { id: string; bodyId: string },
    details: Record<string, string | number>,
  ): Promise<void> {
    const action = `item-bank.study.${what}`;
    await this.audit.record(tx, { action, subject: { kind: 'angoff_study', id }, bodyId, details });
  }
}
