import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In, QueryFailedError } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Estimate } from '../domain/angoff.js';
import { studyNotPossible } from '../item-bank.errors.js';
import { AngoffStudyEntity, AngoffStudyEventEntity } from './study.entity.js';

export interface StudyJudge {
  judgeId: string;
  namedAt: Temporal.Instant;
  excusedAt: Temporal.Instant | null;
}

/** Angoff studies: what is judged, who judges, what they estimated. */
@Injectable()
export class StudyRepository {
  async add(
    tx: Tx,
    study: Omit<AngoffStudyEntity, 'state' | 'stateSince'>,
    versionIds: readonly string[],
  ): Promise<void> {
    await tx.manager.insert(AngoffStudyEntity, { ...study, state: 'prepared', stateSince: tx.now });
    await translated(() =>
      tx.manager.query(
        `insert into angoff_study_version (study_id, body_id, version_id, place)
         select $1, $2, u.id, u.place from unnest($3::uuid[]) with ordinality as u (id, place)`,
        [study.id, study.bodyId, [...versionIds]],
      ),
    );
  }

  async find(tx: Tx, bodyIds: readonly string[], id: string): Promise<AngoffStudyEntity | null> {
    return tx.manager.findOneBy(AngoffStudyEntity, { id, bodyId: In([...bodyIds]) });
  }

  /** Newest first. @param after the id that the page before ended with */
  async list(tx: Tx, bodyIds: readonly string[], after: string | null, limit: number): Promise<AngoffStudyEntity[]> {
    const query = tx.manager
      .createQueryBuilder(AngoffStudyEntity, 's')
      .where('s.body_id = any(:bodyIds)', { bodyIds: [...bodyIds] })
      .orderBy('s.id', 'DESC')
      .limit(limit);
    if (after) query.andWhere('s.id < :after', { after });
    return query.getMany();
  }

  /** Studies in which somebody judges and that are open now. */
  async openFor(tx: Tx, bodyIds: readonly string[], judgeId: string): Promise<AngoffStudyEntity[]> {
    return tx.manager
      .createQueryBuilder(AngoffStudyEntity, 's')
      .where(`s.body_id = any(:bodyIds) and s.state in ('round_1', 'round_2')`, { bodyIds: [...bodyIds] })
      .andWhere(
        'exists (select from angoff_judge j where j.study_id = s.id and j.judge_id = :judgeId and j.excused_at is null)',
        { judgeId },
      )
      .orderBy('s.id')
      .getMany();
  }

  /** In their order. */
  async versionIds(tx: Tx, studyId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(
      'select version_id as id from angoff_study_version where study_id = $1 order by place',
      [studyId],
    );
    return rows.map(({ id }) => id);
  }

  async judges(tx: Tx, studyId: string): Promise<StudyJudge[]> {
    return tx.manager.query(
      `select judge_id as "judgeId", named_at as "namedAt", excused_at as "excusedAt"
       from angoff_judge where study_id = $1 order by named_at, judge_id`,
      [studyId],
    );
  }

  /** @returns false when the person judges there already */
  async name(
    tx: Tx,
    { studyId, bodyId, judgeId, by }: { studyId: string; bodyId: string; judgeId: string; by: string },
  ): Promise<boolean> {
    const added = await translated<unknown[]>(() =>
      tx.manager.query(
        `insert into angoff_judge (study_id, body_id, judge_id, named_by, named_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing returning judge_id`,
        [studyId, bodyId, judgeId, by, tx.now.toString()],
      ),
    );
    return added.length > 0;
  }

  async excuse(tx: Tx, studyId: string, judgeId: string, by: string): Promise<boolean> {
    const [, changed] = await translated<[unknown, number]>(() =>
      tx.manager.query(
        `update angoff_judge set excused_by = $3, excused_at = $4
         where study_id = $1 and judge_id = $2 and excused_at is null`,
        [studyId, judgeId, by, tx.now.toString()],
      ),
    );
    return changed > 0;
  }

  async keepEstimates(
    tx: Tx,
    study: Pick<AngoffStudyEntity, 'id' | 'bodyId'>,
    given: { round: number; judgeId: string; estimates: readonly { versionId: string; percent: number }[] },
  ): Promise<void> {
    await translated(() =>
      tx.manager.query(
        `insert into angoff_estimate (study_id, body_id, round, version_id, judge_id, percent, given_at)
         select $1, $2, $3, e."versionId", $4, e.percent, $6
         from jsonb_to_recordset($5::jsonb) as e ("versionId" uuid, percent integer)
         on conflict (study_id, round, version_id, judge_id) do update
           set percent = excluded.percent, given_at = excluded.given_at
           where angoff_estimate.percent <> excluded.percent`,
        [study.id, study.bodyId, given.round, given.judgeId, JSON.stringify(given.estimates), tx.now.toString()],
      ),
    );
  }

  /** Those of one round by judges who were not excused, in the order of the items. */
  async estimates(tx: Tx, studyId: string, round: number): Promise<Estimate[]> {
    return tx.manager.query(
      `select e.version_id as "versionId", e.judge_id as "judgeId", e.percent
       from angoff_estimate e
       join angoff_study_version v on v.study_id = e.study_id and v.version_id = e.version_id
       join angoff_judge j on j.study_id = e.study_id and j.judge_id = e.judge_id and j.excused_at is null
       where e.study_id = $1 and e.round = $2 order by v.place, e.judge_id`,
      [studyId, round],
    );
  }

  /** @throws DomainError item_bank.study_not_possible where the study is not there yet */
  async addEvent(tx: Tx, event: AngoffStudyEventEntity): Promise<void> {
    await translated(() => tx.manager.insert(AngoffStudyEventEntity, event));
  }

  /** First to last. */
  async eventsOf(tx: Tx, studyId: string): Promise<AngoffStudyEventEntity[]> {
    return tx.manager.find(AngoffStudyEventEntity, { where: { studyId }, order: { recordedAt: 'asc', id: 'asc' } });
  }

  /** The steps that closed studies of a body, newest first. */
  async closings(tx: Tx, bodyId: string): Promise<AngoffStudyEventEntity[]> {
    return tx.manager.find(AngoffStudyEventEntity, {
      where: { bodyId, move: 'close' },
      order: { recordedAt: 'desc', id: 'desc' },
    });
  }
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { constraint = '' } = (error instanceof QueryFailedError ? error.driverError : {}) as { constraint?: string };
    const told = REFUSALS[constraint];
    throw told ? studyNotPossible(...told) : error;
  }
}

const OPEN_AGAIN = 'Open the study again: it shows where it stands.';
const REFUSALS: Record<string, [message: string, next: string, field?: string]> = {
  angoff_study_is_open: ['The items of a study are settled before it opens.', OPEN_AGAIN],
  angoff_study_is_over: ['This study is over. What was judged stays as it is.', OPEN_AGAIN],
  angoff_estimate_in_round: ['This round is not open.', OPEN_AGAIN],
  angoff_estimate_by_judge: ['You were excused from this study.', 'Thank you for what you gave to it.'],
  angoff_study_version_is_reviewed: ['Only items that a second person reviewed are judged.', OPEN_AGAIN, 'versionIds'],
  angoff_study_starts_at_state: ['The study is not where that step starts.', OPEN_AGAIN],
  angoff_study_is_prepared: ['A study needs items and two judges or more.', 'Name the judges first.'],
  angoff_study_has_rounds: ['That is not the next step of this study.', OPEN_AGAIN],
  angoff_study_is_complete: [
    'Some estimates are still needed.',
    'Wait for the judges, or excuse who cannot finish: two or more must be left.',
  ],
};
