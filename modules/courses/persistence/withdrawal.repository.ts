import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CourseVersionWithdrawalEntity } from './course-version-withdrawal.entity.js';
import { CourseVersionEntity } from './course.entity.js';

/** Versions that nobody begins any more. */
@Injectable()
export class WithdrawalRepository {
  of(tx: Tx, courseVersionId: string): Promise<CourseVersionWithdrawalEntity | null> {
    return tx.manager.findOneBy(CourseVersionWithdrawalEntity, { courseVersionId });
  }

  /** Which of these versions are withdrawn. */
  async among(tx: Tx, versionIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.manager.findBy(CourseVersionWithdrawalEntity, { courseVersionId: In([...versionIds]) });
    return new Set(rows.map(({ courseVersionId }) => courseVersionId));
  }

  async add(tx: Tx, withdrawal: Pick<CourseVersionWithdrawalEntity, 'courseVersionId' | 'reason'>): Promise<void> {
    await tx.manager.insert(CourseVersionWithdrawalEntity, { ...withdrawal, withdrawnAt: tx.now });
  }

  /** The newest version of a course that may still be begun. */
  newestLeft(tx: Tx, courseCode: string): Promise<CourseVersionEntity | null> {
    return tx.manager
      .createQueryBuilder(CourseVersionEntity, 'version')
      .leftJoin(CourseVersionWithdrawalEntity, 'withdrawal', 'withdrawal.courseVersionId = version.id')
      .where('version.courseCode = :courseCode and withdrawal.courseVersionId is null', { courseCode })
      .orderBy('version.createdAt', 'DESC')
      .getOne();
  }
}
