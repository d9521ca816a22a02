import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { courseNotFound, reasonNeeded, versionNotFound, versionWithdrawn } from '../courses.errors.js';
import { TELL_WITHDRAWAL } from '../domain/effects.js';
import { CourseRepository } from '../persistence/course.repository.js';
import { WithdrawalRepository } from '../persistence/withdrawal.repository.js';

export interface Withdrawal {
  /** The version that is begun from now on; null when none is left and the course is closed to newcomers. */
  readonly newest: string | null;
}

/**
 * Takes a version of a course out of force. Who is in it may finish it, and is told by letter and on its page; newcomers begin with the
 * newest version that is left.
 */
@Injectable()
export class WithdrawVersion {
  constructor(
    private readonly courses: CourseRepository,
    private readonly withdrawals: WithdrawalRepository,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param input.versionId the whole id, or as much of its beginning as is unique; left out: the version in force
   * @throws DomainError not_found; invalid without a reason; conflict for a version that is withdrawn already
   */
  async execute(
    tx: Tx,
    input: { courseCode: string; versionId?: string | undefined; reason: string },
  ): Promise<Withdrawal> {
    const reason = input.reason.trim();
    if (reason === '') throw reasonNeeded();
    // Held against whoever begins the course at this moment: they are in the old version before it is withdrawn, or in the next.
    const course = await this.courses.locked(tx, input.courseCode);
    if (!course) throw courseNotFound();
    const version = await this.courses.versionLike(tx, course.code, input.versionId ?? course.currentVersionId);
    if (!version) throw versionNotFound();
    if (await this.withdrawals.of(tx, version.id)) throw versionWithdrawn();
    await this.withdrawals.add(tx, { courseVersionId: version.id, reason });
    await this.outbox.add(tx, { kind: TELL_WITHDRAWAL, payload: { courseVersionId: version.id, after: null } });
    const next = await this.withdrawals.newestLeft(tx, course.code);
    if (next && version.id === course.currentVersionId) {
      const { id: currentVersionId, definition } = next;
      await this.courses.makeCurrent(tx, { code: course.code, currentVersionId, quizCode: definition.quiz.code });
    }
    await this.audit.record(tx, {
      action: 'courses.version.withdrawn',
      subject: { kind: 'course_version', id: version.id },
      details: { course: course.code, next: next?.id ?? null },
    });
    return { newest: next?.id ?? null };
  }
}
