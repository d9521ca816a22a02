import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { EnrolmentEntity } from './enrolment.entity.js';
import { LessonCheckEntity, LessonCompletionEntity } from './lesson-progress.entity.js';

/** Which lesson of which enrolment, with the columns that the database ties them together by. */
export interface LessonOfEnrolment {
  enrolmentId: string;
  lessonId: string;
  personId: string;
  courseVersionId: string;
}

/** Enrolments and progress, always of one person. */
@Injectable()
export class EnrolmentRepository {
  constructor(private readonly ids: Ids) {}

  of(tx: Tx, personId: string, courseCode: string): Promise<EnrolmentEntity | null> {
    return tx.manager.findOneBy(EnrolmentEntity, { personId, courseCode });
  }

  get(tx: Tx, id: string): Promise<EnrolmentEntity> {
    return tx.manager.findOneByOrFail(EnrolmentEntity, { id });
  }

  allOf(tx: Tx, personId: string): Promise<EnrolmentEntity[]> {
    return tx.manager.find(EnrolmentEntity, { where: { personId }, order: { createdAt: 'ASC' } });
  }

  /** The person's enrolment on that very version. */
  onVersion(tx: Tx, personId: string, courseVersionId: string): Promise<EnrolmentEntity | null> {
    return tx.manager.findOneBy(EnrolmentEntity, { personId, courseVersionId });
  }

  /** Who is in a version and has not finished it, in the order of their enrolments' ids. */
  async learningOn(
    tx: Tx,
    courseVersionId: string,
    { after, limit }: { after: string | null; limit: number },
  ): Promise<EnrolmentEntity[]> {
    const query = tx.manager
      .createQueryBuilder(EnrolmentEntity, 'enrolment')
      .where('enrolment.courseVersionId = :courseVersionId and enrolment.completedAt is null', { courseVersionId })
      .orderBy('enrolment.id')
      .take(limit);
    return (after ? query.andWhere('enrolment.id > :after', { after }) : query).getMany();
  }

  /** How many have not finished the version that they are in, by version. */
  async learnersOn(tx: Tx, courseCode: string): Promise<Map<string, number>> {
    const rows: { id: string; learners: number }[] = await tx.manager.query(
      `select course_version_id as id, count(*)::int as learners from enrolment
       where course_code = $1 and completed_at is null group by 1`,
      [courseCode],
    );
    return new Map(rows.map(({ id, learners }) => [id, learners]));
  }

  /** The same row, held until the transaction ends: finishing happens once. */
  locked(tx: Tx, personId: string, courseCode: string): Promise<EnrolmentEntity | null> {
    return tx.manager.findOne(EnrolmentEntity, {
      where: { personId, courseCode },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Codes of the courses that the person has finished, on whatever version; a translation counts as its original. */
  async finishedCodes(tx: Tx, personId: string): Promise<Set<string>> {
    const rows: { code: string }[] = await tx.manager.query(
      `select coalesce(v.definition->>'translates', e.course_code) as code
       from enrolment e join course_version v on v.id = e.course_version_id
       where e.person_id = $1 and e.completed_at is not null`,
      [personId],
    );
    return new Set(rows.map(({ code }) => code));
  }

  /** @returns the id of the new enrolment; null for a person who is in the course already, who stays as they are */
  async add(
    tx: Tx,
    enrolment: Pick<EnrolmentEntity, 'personId' | 'courseCode' | 'courseVersionId'>,
  ): Promise<string | null> {
    const id = this.ids.next();
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(EnrolmentEntity)
      .values({ id, ...enrolment, createdAt: tx.now })
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0 ? id : null;
  }

  async complete(
    tx: Tx,
    id: string,
    completion: Pick<EnrolmentEntity, 'completedAt' | 'completedOn' | 'factId'>,
  ): Promise<void> {
    await tx.manager.update(EnrolmentEntity, { id }, completion);
  }

  checksOf(tx: Tx, enrolmentId: string): Promise<LessonCheckEntity[]> {
    return tx.manager.findBy(LessonCheckEntity, { enrolmentId });
  }

  async keepChecks(tx: Tx, lesson: LessonOfEnrolment, chosen: number[]): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(LessonCheckEntity)
      .values({ ...lesson, chosen, answeredAt: tx.now, createdAt: tx.now })
      .orUpdate(['chosen', 'answered_at'], ['enrolment_id', 'lesson_id'])
      .execute();
  }

  async completedLessonIds(tx: Tx, enrolmentId: string): Promise<Set<string>> {
    const rows = await tx.manager.findBy(LessonCompletionEntity, { enrolmentId });
    return new Set(rows.map(({ lessonId }) => lessonId));
  }

  /** @returns whether the completion is new */
  async completeLesson(tx: Tx, lesson: LessonOfEnrolment): Promise<boolean> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(LessonCompletionEntity)
      .values({ ...lesson, createdAt: tx.now })
      .orIgnore()
      .returning('lesson_id')
      .execute();
    return (raw as unknown[]).length > 0;
  }
}
