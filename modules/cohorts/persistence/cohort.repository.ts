import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CohortInstructorEntity } from './cohort-instructor.entity.js';
import { CohortEntity } from './cohort.entity.js';

/** Groups and who teaches them. */
@Injectable()
export class CohortRepository {
  find(tx: Tx, id: string): Promise<CohortEntity | null> {
    return tx.manager.findOneBy(CohortEntity, { id });
  }

  /** The same row, held until the transaction ends: its places are given one after the other. */
  locked(tx: Tx, id: string): Promise<CohortEntity | null> {
    return tx.manager.findOne(CohortEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  byCode(tx: Tx, joinCode: string): Promise<CohortEntity | null> {
    return tx.manager.findOneBy(CohortEntity, { joinCode });
  }

  async add(tx: Tx, cohort: CohortEntity, instructorIds: readonly string[]): Promise<void> {
    await tx.manager.insert(CohortEntity, cohort);
    await tx.manager.insert(
      CohortInstructorEntity,
      instructorIds.map((personId) => ({ cohortId: cohort.id, personId, createdAt: tx.now })),
    );
  }

  /** Cohorts of these organizations, latest first. */
  ofOrganizations(tx: Tx, organizationIds: readonly string[]): Promise<CohortEntity[]> {
    return tx.manager.find(CohortEntity, {
      where: { organizationId: In([...organizationIds]) },
      order: { startsOn: 'DESC', id: 'DESC' },
      take: 100,
    });
  }

  /** Open cohorts that have not ended by `today`, soonest first. */
  open(tx: Tx, { courseCode, today }: { courseCode: string | null; today: string }): Promise<CohortEntity[]> {
    const query = tx.manager
      .createQueryBuilder(CohortEntity, 'cohort')
      .where('cohort.isOpen and cohort.endsOn >= :today', { today })
      .orderBy('cohort.startsOn')
      .addOrderBy('cohort.id')
      .take(100);
    return (courseCode ? query.andWhere('cohort.courseCode = :courseCode', { courseCode }) : query).getMany();
  }

  all(tx: Tx, ids: readonly string[]): Promise<CohortEntity[]> {
    return tx.manager.find(CohortEntity, { where: { id: In([...ids]) }, order: { startsOn: 'ASC', id: 'ASC' } });
  }

  async instructorsOf(tx: Tx, cohortId: string): Promise<string[]> {
    const rows = await tx.manager.find(CohortInstructorEntity, { where: { cohortId }, order: { createdAt: 'ASC' } });
    return rows.map(({ personId }) => personId);
  }

  isInstructor(tx: Tx, cohortId: string, personId: string): Promise<boolean> {
    return tx.manager.existsBy(CohortInstructorEntity, { cohortId, personId });
  }
}
