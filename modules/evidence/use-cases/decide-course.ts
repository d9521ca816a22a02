import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound, type FieldProblem } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { stateOn } from '../domain/approved-course.js';
import { courseStandsSo } from '../evidence.errors.js';
import { ApprovedCourseRepository } from '../persistence/approved-course.repository.js';
import { KEEPERS } from './enter-course.js';

export interface CourseDecisionInput {
  readonly courseId: string;
  readonly outcome: 'approved' | 'withdrawn';
  /** From the start of this day on; it may lie in the past or in the future. */
  readonly effectiveOn: Temporal.PlainDate;
  /** For the body's desk; needed for a withdrawal. */
  readonly reason?: string;
}

const LONGEST_REASON = 1000;

/**
 * Withdraws the approval of a course, or gives it again. Nothing else follows by itself: facts keep what was true on their day,
 * and who is affected is a list for people to decide from.
 */
@Injectable()
export class DecideCourse {
  constructor(
    private readonly courses: ApprovedCourseRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError not_found for another body's course; evidence.course_stands_so; input.needs_attention */
  async execute(tx: Tx, input: CourseDecisionInput): Promise<{ id: string }> {
    const { courseId, outcome, effectiveOn } = input;
    const course = await this.courses.lock(tx, organizationsOf(tx.actor, ...KEEPERS), courseId);
    if (!course) throw notFound('this course');
    const reason = (input.reason ?? '').trim();
    const problems: FieldProblem[] = [];
    if (Temporal.PlainDate.compare(effectiveOn, course.validFrom) < 0) {
      problems.push({ field: 'effectiveOn', message: 'Choose a day on or after the first day of the approval' });
    }
    if (outcome === 'withdrawn' && reason === '') {
      problems.push({ field: 'reason', message: 'Write why the approval ends, for your colleagues' });
    }
    if (reason.length > LONGEST_REASON) {
      problems.push({ field: 'reason', message: `Use at most ${LONGEST_REASON} characters` });
    }
    if (problems.length > 0) throw unacceptable(problems);
    const decisions = (await this.courses.decisionsOf(tx, [courseId])).get(courseId) ?? [];
    const stands = stateOn({ validFrom: course.validFrom, validTo: null }, decisions, effectiveOn);
    if (stands === outcome) throw courseStandsSo();
    const id = this.ids.next();
    const decision = { id, bodyId: course.bodyId, courseId, outcome, effectiveOn, reason: reason || null };
    await this.courses.decide(tx, { ...decision, decidedBy: personIdOf(tx.actor), createdAt: tx.now });
    await this.audit.record(tx, {
      action: `evidence.course.${outcome}`,
      subject: { kind: 'approved-course', id: courseId },
      bodyId: course.bodyId,
      details: { decision: id, from: effectiveOn.toString() },
    });
    return { id };
  }
}
