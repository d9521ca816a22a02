import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ApprovedCourseDecisionEntity, ApprovedCourseEntity } from './approved-course.entity.js';

export interface CourseQuestion {
  bodyIds: readonly string[];
  schemeCode?: string | undefined;
  /** A part of title or provider. */
  text?: string | undefined;
  /** Only courses that are approved on this day. */
  approvedOn?: Temporal.PlainDate | undefined;
  after?: string | undefined;
  limit: number;
}

/** The latest decision in effect on a day, as `stateOn` has it. */
const LATEST_OUTCOME = `(select d.outcome from approved_course_decision d where d.course_id = c.id and d.effective_on <= :day
  order by d.effective_on desc, d.created_at desc, d.id desc limit 1)`;

@Injectable()
export class ApprovedCourseRepository {
  /** @returns false where the body has this course, from this day, already */
  async add(tx: Tx, course: ApprovedCourseEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(ApprovedCourseEntity).values(course).orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  async decide(tx: Tx, decision: ApprovedCourseDecisionEntity): Promise<void> {
    await tx.manager.insert(ApprovedCourseDecisionEntity, decision);
  }

  async find(tx: Tx, id: string): Promise<ApprovedCourseEntity | null> {
    return tx.manager.findOneBy(ApprovedCourseEntity, { id });
  }

  /** Held until the transaction ends, so that of two decisions at once the second sees the first. */
  async lock(tx: Tx, bodyIds: readonly string[], id: string): Promise<ApprovedCourseEntity | null> {
    if (bodyIds.length === 0) return null;
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`approved_course ${id}`]);
    return tx.manager.findOneBy(ApprovedCourseEntity, { id, bodyId: In([...bodyIds]) });
  }

  /** In the order in which they were taken, by course. */
  async decisionsOf(tx: Tx, courseIds: readonly string[]): Promise<Map<string, ApprovedCourseDecisionEntity[]>> {
    const byCourse = new Map<string, ApprovedCourseDecisionEntity[]>(courseIds.map((id) => [id, []]));
    if (courseIds.length === 0) return byCourse;
    const rows = await tx.manager.find(ApprovedCourseDecisionEntity, {
      where: { courseId: In([...courseIds]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    for (const row of rows) byCourse.get(row.courseId)?.push(row);
    return byCourse;
  }

  /** By title. */
  async list(tx: Tx, asked: CourseQuestion): Promise<ApprovedCourseEntity[]> {
    const query = tx.manager
      .createQueryBuilder(ApprovedCourseEntity, 'c')
      .where('c.body_id = any(:bodyIds)', { bodyIds: asked.bodyIds })
      .orderBy({ 'lower(c.title)': 'ASC', 'c.id': 'ASC' })
      .limit(asked.limit);
    if (asked.schemeCode) query.andWhere('c.scheme_code = :scheme', { scheme: asked.schemeCode });
    if (asked.text) {
      query.andWhere('(strpos(lower(c.title), lower(:text)) > 0 or strpos(lower(c.provider), lower(:text)) > 0)', {
        text: asked.text,
      });
    }
    if (asked.approvedOn) {
      query.andWhere(
        `c.valid_from <= :day and (c.valid_to is null or c.valid_to >= :day) and ${LATEST_OUTCOME} = 'approved'`,
        { day: asked.approvedOn.toString() },
      );
    }
    if (asked.after) {
      query.andWhere(
        '(lower(c.title), c.id) > (select lower(p.title), p.id from approved_course p where p.id = :after)',
        { after: asked.after },
      );
    }
    return query.getMany();
  }

  /** Courses taught here that a body entered for a scheme. @param enteredBy left out: all; otherwise what was there by then */
  async taughtHere(
    tx: Tx,
    scheme: { bodyId: string; code: string },
    enteredBy?: Temporal.Instant,
  ): Promise<ApprovedCourseEntity[]> {
    const query = tx.manager
      .createQueryBuilder(ApprovedCourseEntity, 'c')
      .where('c.body_id = :bodyId and c.scheme_code = :code and c.course_code is not null', scheme);
    if (enteredBy) query.andWhere('c.created_at <= :at', { at: enteredBy.toString() });
    return query.getMany();
  }

  /** The codes of schemes that these bodies approved courses for. */
  async schemeCodes(tx: Tx, bodyIds: readonly string[]): Promise<string[]> {
    const rows: { code: string }[] = await tx.manager.query(
      'select distinct scheme_code as code from approved_course where body_id = any($1) order by 1',
      [bodyIds],
    );
    return rows.map(({ code }) => code);
  }
}
