import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { courseNotFound, sessionNotFound } from '../courses.errors.js';
import type { CourseDefinition } from '../domain/course-definition.js';
import type { SessionPlan } from '../domain/session-plan.js';
import { CourseRepository } from '../persistence/course.repository.js';

export interface SessionView {
  readonly course: CourseDefinition;
  readonly plan: SessionPlan;
}

/** The plan of a live session, for whoever holds it or wants to. */
@Injectable()
export class ReadSession {
  constructor(private readonly courses: CourseRepository) {}

  /**
   * @param input.versionId the version that a session was scheduled from; left out: the one in force
   * @throws DomainError not_found
   */
  async execute(
    tx: Tx,
    input: { courseCode: string; sessionCode: string; versionId?: string | undefined },
  ): Promise<SessionView> {
    const line = await this.courses.find(tx, input.courseCode);
    if (!line) throw courseNotFound();
    const version = await this.courses.versionLike(tx, line.code, input.versionId ?? line.currentVersionId);
    const plan = version?.definition.sessions?.find(({ code }) => code === input.sessionCode);
    if (!version || !plan) throw sessionNotFound();
    return { course: version.definition, plan };
  }
}
