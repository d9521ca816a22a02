import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf, type Role } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { courseProblems, type ApprovedCourse } from '../domain/approved-course.js';
import { courseThere } from '../evidence.errors.js';
import { ApprovedCourseRepository } from '../persistence/approved-course.repository.js';

/** Who keeps a body's register of approved training. */
export const KEEPERS: readonly Role[] = ['administrator', 'registrar'];

export type NewCourse = Omit<ApprovedCourse, 'id' | 'bodyId'>;

/** Enters a course into the body's register, approved from its first day on. */
@Injectable()
export class EnterCourse {
  constructor(
    private readonly courses: ApprovedCourseRepository,
    private readonly competencies: Competencies,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /**
   * @param bodyId needed only where the actor keeps the registers of several bodies
   * @throws DomainError input.needs_attention; evidence.course_there for a course of that provider, title and first day
   */
  async execute(tx: Tx, { bodyId, course }: { bodyId?: string; course: NewCourse }): Promise<{ id: string }> {
    const id = await this.enter(tx, this.bodyOf(tx, bodyId), course, await this.topics(tx));
    if (!id) throw courseThere(course.title);
    return { id };
  }

  /** @throws DomainError input.needs_attention where the choice is open, or it is no body of the actor's */
  bodyOf(tx: Tx, bodyId: string | undefined): string {
    const bodies = organizationsOf(tx.actor, ...KEEPERS);
    const [only] = new Set(bodies);
    const chosen = bodyId ? bodies.find((id) => id === bodyId) : new Set(bodies).size === 1 ? only : undefined;
    if (!chosen) throw unacceptable([{ field: 'bodyId', message: 'Choose the certifying body this is for' }]);
    return chosen;
  }

  /** Codes of the training domains that time may stand under. */
  async topics(tx: Tx): Promise<ReadonlySet<string>> {
    return new Set((await this.competencies.topics(tx, 'training')).map(({ code }) => code));
  }

  /** @returns null where the register has it already @throws DomainError input.needs_attention */
  async enter(tx: Tx, bodyId: string, course: NewCourse, topics: ReadonlySet<string>): Promise<string | null> {
    const problems = courseProblems(course, topics);
    if (problems.length > 0) throw unacceptable(problems);
    const id = this.ids.next();
    const enteredBy = personIdOf(tx.actor);
    const { schemeCode, delivery, live, validFrom, validTo, courseCode } = course;
    const [provider, title] = [course.provider.trim(), course.title.trim()];
    const kept = {
      id,
      bodyId,
      schemeCode,
      provider,
      title,
      topics: [...course.topics],
      delivery,
      live,
      validFrom,
      validTo,
      courseCode,
    };
    if (!(await this.courses.add(tx, { ...kept, enteredBy, createdAt: tx.now }))) return null;
    await this.courses.decide(tx, {
      id: this.ids.next(),
      bodyId,
      courseId: id,
      outcome: 'approved',
      effectiveOn: validFrom,
      reason: null,
      decidedBy: enteredBy,
      createdAt: tx.now,
    });
    await this.audit.record(tx, {
      action: 'evidence.course.approved',
      subject: { kind: 'approved-course', id },
      bodyId,
      details: { scheme: schemeCode, from: validFrom.toString() },
    });
    return id;
  }
}
