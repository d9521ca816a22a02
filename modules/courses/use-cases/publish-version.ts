import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import { contentIdOf } from '../../../src/platform/content/content-id.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { Quizzes, type QuizDefinition } from '../../quizzes/quizzes.public.js';
import { courseCoverage } from '../domain/course-coverage.js';
import type { CourseDefinition } from '../domain/course-definition.js';
import type { Picture } from '../domain/picture.js';
import { CourseRepository } from '../persistence/course.repository.js';

export interface NewVersion {
  readonly course: CourseDefinition;
  readonly quiz: QuizDefinition;
  readonly pictures: readonly Picture[];
  readonly origin: 'content' | 'author';
  /** The organization that publishes it and offers the course; none for files. */
  readonly organizationId?: string;
}

/**
 * Makes a definition the version of its course in force, with its quiz and what it teaches. Who is in the course keeps the version
 * they began. The definition has been checked by whoever brings it.
 */
@Injectable()
export class PublishVersion {
  constructor(
    private readonly courses: CourseRepository,
    private readonly competencies: Competencies,
    private readonly quizzes: Quizzes,
    private readonly audit: Audit,
  ) {}

  /** Until the transaction ends, no other one changes what is published. */
  lock(tx: Tx): Promise<void> {
    return this.courses.lockContent(tx);
  }

  /** @returns the version's id, and whether it was not in force before */
  async execute(tx: Tx, version: NewVersion): Promise<{ id: string; isNew: boolean }> {
    const { course, quiz, pictures, origin, organizationId = null } = version;
    const id = contentIdOf(course);
    const before = await this.courses.find(tx, course.code);
    await this.quizzes.publish(tx, quiz, course.code);
    // A translation teaches nothing beyond its original, under which it is counted.
    await this.competencies.teaches(tx, course.code, course.translates ? [] : courseCoverage(course, quiz.items));
    if (before?.currentVersionId === id) return { id, isNew: false };
    await this.courses.keepVersion(tx, { id, origin, organizationId, definition: course, pictures });
    await this.courses.makeCurrent(tx, { code: course.code, currentVersionId: id, quizCode: quiz.code });
    await this.audit.record(tx, {
      action: 'courses.version.published',
      subject: { kind: 'course_version', id },
      details: { course: course.code, origin, before: before?.currentVersionId ?? null },
    });
    return { id, isNew: true };
  }
}
