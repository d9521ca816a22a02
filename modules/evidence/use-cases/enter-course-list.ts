import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { columnsIn, listLines, UnreadableLine } from '../../../src/platform/lists/list-lines.js';
import { readListText, type ListEncoding } from '../../../src/platform/lists/list-text.js';
import { courseProblems } from '../domain/approved-course.js';
import {
  COURSE_COLUMNS,
  LONGEST_COURSE_LIST,
  readCourseLine,
  type CourseListProblem,
  type ListedCourse,
} from '../domain/course-list.js';
import { unreadableCourseList } from '../evidence.errors.js';
import { EnterCourse } from './enter-course.js';

export interface CourseListCheck {
  readonly encoding: ListEncoding;
  readonly courses: readonly ListedCourse[];
  readonly problems: readonly CourseListProblem[];
}

export interface CourseListOutcome {
  readonly encoding: ListEncoding;
  readonly entered: number;
  /** On the register already, or twice in the list. */
  readonly same: number;
  readonly problems: readonly CourseListProblem[];
}

const NEEDED = ['schemeCode', 'provider', 'title', 'delivery', 'live', 'validFrom'] as const;

/** A list of courses: all of it is entered, or nothing. The same list again changes nothing. */
@Injectable()
export class EnterCourseList {
  constructor(private readonly enterCourse: EnterCourse) {}

  /** What the list holds. Nothing is written. @throws DomainError evidence.unreadable_course_list */
  async check(tx: Tx, bytes: Buffer): Promise<CourseListCheck> {
    const read = readListText(bytes);
    if (!read) throw unreadableCourseList();
    try {
      return { encoding: read.encoding, ...(await this.read(tx, read.text)) };
    } catch (error) {
      throw error instanceof UnreadableLine ? unreadableCourseList(error.line) : error;
    }
  }

  /** @throws DomainError evidence.unreadable_course_list; nothing is entered while a problem is left */
  async execute(tx: Tx, { bodyId, bytes }: { bodyId?: string; bytes: Buffer }): Promise<CourseListOutcome> {
    const into = this.enterCourse.bodyOf(tx, bodyId);
    const { encoding, courses, problems } = await this.check(tx, bytes);
    if (problems.length > 0) return { encoding, entered: 0, same: 0, problems };
    const topics = await this.enterCourse.topics(tx);
    let entered = 0;
    for (const { course } of courses) if (await this.enterCourse.enter(tx, into, course, topics)) entered++;
    return { encoding, entered, same: courses.length - entered, problems };
  }

  private async read(tx: Tx, text: string): Promise<Omit<CourseListCheck, 'encoding'>> {
    const topics = await this.enterCourse.topics(tx);
    const courses: ListedCourse[] = [];
    const problems: CourseListProblem[] = [];
    let header: { at: ReturnType<typeof courseColumns>; topicAt: Map<string, number> } | undefined;
    for await (const { line, cells } of listLines(text)) {
      if (!header) {
        header = { at: courseColumns(cells), topicAt: topicColumns(cells, topics) };
        const missing = missingColumns(header);
        if (missing) return { courses, problems: [{ line, message: missing }] };
        continue;
      }
      if (courses.length + problems.length >= LONGEST_COURSE_LIST) {
        const message = `A list has at most ${LONGEST_COURSE_LIST} courses. Split it and upload the parts one by one.`;
        return { courses: [], problems: [{ line, message }] };
      }
      const course = readCourseLine(cells, header.at, header.topicAt);
      const told = Array.isArray(course) ? course : courseProblems(course, topics).map(({ message }) => `${message}.`);
      problems.push(...told.map((message) => ({ line, message })));
      if (!Array.isArray(course) && told.length === 0) courses.push({ line, course });
    }
    if (courses.length + problems.length === 0) problems.push({ line: 0, message: 'There is no course in this list.' });
    return { courses, problems };
  }
}

const courseColumns = (cells: readonly string[]) => columnsIn(cells, COURSE_COLUMNS);

function topicColumns(cells: readonly string[], topics: ReadonlySet<string>): Map<string, number> {
  const named = cells.map((cell) => cell.toLowerCase().replaceAll(' ', '_'));
  return new Map(
    [...topics].map((topic): [string, number] => [topic, named.indexOf(topic)]).filter(([, at]) => at >= 0),
  );
}

function missingColumns({ at, topicAt }: { at: ReturnType<typeof courseColumns>; topicAt: Map<string, number> }) {
  const missing = NEEDED.filter((column) => at[column] < 0).map((column) => COURSE_COLUMNS[column]);
  if (missing.length > 0) return `The first line must name the columns. Still needed: ${missing.join(', ')}.`;
  return topicAt.size === 0 ? 'Give the hours in columns named like the training domains, such as advocacy.' : null;
}
