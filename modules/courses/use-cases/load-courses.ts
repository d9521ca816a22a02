import { Injectable } from '@nestjs/common';
import { contentIdOf } from '../../../src/platform/content/content-id.js';
import type { Fault } from '../../../src/platform/content/yaml-source.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Competencies } from '../../competencies/competencies.public.js';
import type { QuizDefinition } from '../../quizzes/quizzes.public.js';
import type { CourseDefinition } from '../domain/course-definition.js';
import type { Picture } from '../domain/picture.js';
import { CourseRepository } from '../persistence/course.repository.js';
import { checkContent } from './check-content.js';
import { PublishVersion } from './publish-version.js';

export interface ContentLoad {
  /** Codes of the courses of which a new version came into force. */
  readonly published: readonly string[];
  readonly unchanged: readonly string[];
  /** Codes of the courses that were edited in the product since, and were left as they are. */
  readonly diverged: readonly string[];
  /** Codes of the courses whose files hold a version that was withdrawn; it does not come back by itself. */
  readonly withdrawn: readonly string[];
  readonly faults: readonly Fault[];
}

/**
 * Brings frameworks and courses from a content folder into the database. A course with any fault is not taken over, and
 * what was loaded of it before stays; with a fault in the frameworks no course is, since all of them refer to those.
 */
@Injectable()
export class LoadCourses {
  constructor(
    private readonly courses: CourseRepository,
    private readonly competencies: Competencies,
    private readonly publishing: PublishVersion,
  ) {}

  async execute(tx: Tx, contentDir: string): Promise<ContentLoad> {
    await this.courses.lockContent(tx);
    const { folders, faults } = checkContent(contentDir);
    const load = {
      published: [] as string[],
      unchanged: [] as string[],
      diverged: [] as string[],
      withdrawn: [] as string[],
      faults,
    };
    const frameworks = await this.competencies.load(tx, contentDir);
    if (frameworks.faults.length > 0) return load;
    for (const { course, quiz, pictures } of folders) {
      if (course && quiz) load[await this.publish(tx, course, quiz, pictures)].push(course.code);
    }
    return load;
  }

  private async publish(
    tx: Tx,
    course: CourseDefinition,
    quiz: QuizDefinition,
    pictures: readonly Picture[],
  ): Promise<'published' | 'unchanged' | 'diverged' | 'withdrawn'> {
    const id = contentIdOf(course);
    const before = await this.courses.find(tx, course.code);
    if (before && (await this.courses.version(tx, before.currentVersionId)).origin === 'author') {
      // What was written back to the files is the line itself, and no divergence.
      return before.currentVersionId === id ? 'unchanged' : 'diverged';
    }
    if (await this.courses.isWithdrawn(tx, id)) return 'withdrawn';
    const { isNew } = await this.publishing.execute(tx, { course, quiz, pictures, origin: 'content' });
    return isNew ? 'published' : 'unchanged';
  }
}
