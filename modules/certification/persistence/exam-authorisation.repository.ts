import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ExamAuthorisationEntity, ExamAuthorisationEventEntity } from './exam-centre.entity.js';

export interface AuthorisationQuestion {
  bodyIds: readonly string[];
  /** Only those that can be used on this day: issued, and within their dates. */
  openOn?: string | undefined;
  after?: { createdAt: string; id: string } | undefined;
  limit: number;
}

/** Somebody who may sit an exam on a day, as far as their authorisation says. */
export interface ExpectedAtExam {
  authorisationId: string;
  applicationId: string;
  personId: string;
  validTo: Temporal.PlainDate;
  adjustments: string[];
  /** Where the authorisation sends them. */
  centre: string;
}

/** More than any room or screen holds. */
const MOST_EXPECTED = 500;

@Injectable()
export class ExamAuthorisationRepository {
  /** @returns false when the application has an open authorisation already */
  async add(tx: Tx, authorisation: ExamAuthorisationEntity): Promise<boolean> {
    const insert = tx.manager
      .createQueryBuilder()
      .insert()
      .into(ExamAuthorisationEntity)
      .values(authorisation)
      .orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  async addEvent(tx: Tx, event: ExamAuthorisationEventEntity): Promise<void> {
    await tx.manager.insert(ExamAuthorisationEventEntity, event);
  }

  /** Newest first. */
  async ofApplication(tx: Tx, applicationId: string): Promise<ExamAuthorisationEntity[]> {
    return tx.manager.find(ExamAuthorisationEntity, { where: { applicationId }, order: { createdAt: 'DESC' } });
  }

  async find(tx: Tx, bodyIds: readonly string[], id: string): Promise<ExamAuthorisationEntity | null> {
    return tx.manager.findOneBy(ExamAuthorisationEntity, { id, bodyId: In([...bodyIds]) });
  }

  /** One of these bodies', held until the transaction ends. */
  async lock(tx: Tx, bodyIds: readonly string[], id: string): Promise<ExamAuthorisationEntity | null> {
    // The row itself is not the web's to change, so it cannot be locked: the number of the lock is the row's.
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`exam_authorisation ${id}`]);
    return this.find(tx, bodyIds, id);
  }

  /** Waits until nobody else begins a sitting of this application; until the transaction ends nobody else does. */
  async holdSittings(tx: Tx, applicationId: string): Promise<void> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`exam_sitting ${applicationId}`]);
  }

  /** Admitted people whose authorisation to sit the exam of a scheme holds on that day, those that end first first; 500 at most. */
  async expected(
    tx: Tx,
    { bodyId, schemeCode, on }: { bodyId: string; schemeCode: string; on: Temporal.PlainDate },
  ): Promise<ExpectedAtExam[]> {
    return tx.manager.query(
      `select a.id as "authorisationId", a.application_id as "applicationId", a.person_id as "personId", a.valid_to as "validTo",
         a.adjustments, a.centre
       from exam_authorisation a join application p on p.body_id = a.body_id and p.id = a.application_id
       where a.body_id = $1 and p.scheme_code = $2 and p.state = 'admitted' and a.state = 'issued'
         and $3::date between a.valid_from and a.valid_to
       order by a.valid_to, a.id limit $4`,
      [bodyId, schemeCode, on.toString(), MOST_EXPECTED],
    );
  }

  /** By number. */
  async byNumbers(tx: Tx, bodyId: string, numbers: readonly string[]): Promise<Map<string, ExamAuthorisationEntity>> {
    const rows = await tx.manager.findBy(ExamAuthorisationEntity, { bodyId, number: In([...numbers]) });
    return new Map(rows.map((row) => [row.number, row]));
  }

  /** Oldest first. */
  async list(tx: Tx, { bodyIds, openOn, after, limit }: AuthorisationQuestion): Promise<ExamAuthorisationEntity[]> {
    const query = tx.manager
      .createQueryBuilder(ExamAuthorisationEntity, 'a')
      .where('a.body_id = any(:bodyIds)', { bodyIds })
      .orderBy({ 'a.created_at': 'ASC', 'a.id': 'ASC' })
      .limit(limit);
    if (openOn) query.andWhere(`a.state = 'issued' and a.valid_to >= :openOn`, { openOn });
    if (after) query.andWhere('(a.created_at, a.id) > (:createdAt::timestamptz, :id::uuid)', after);
    return query.getMany();
  }
}
