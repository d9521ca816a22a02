import { courseFileSchema, lessonFrontSchema, type CourseFile, type Lesson } from '../domain/course-definition.js';
import { lessonExerciseMinutes, lessonPlainText, lessonReadingMinutes } from '../domain/lesson-reading.js';
import { readingGrade, wordsOf } from '../domain/readability.js';
import { sessionFrontSchema, type SessionPlan } from '../domain/session-plan.js';
import { YamlSource } from '../../../src/platform/content/yaml-source.js';
import { MarkdownFile } from './markdown-file.js';

/** What a lesson comes to, beside what is asked of it. */
export interface LessonNumbers {
  readonly words: number;
  /** A school grade; 8 at most. */
  readonly grade: number;
  readonly readingMinutes: number;
  /** Of timed exercises and the reflection. */
  readonly exerciseMinutes: number;
  /** What the lesson claims; no more than the two above together. */
  readonly claimedMinutes: number;
}

/** The lesson in a file's text, or null while its front matter cannot be read. */
export function readLesson(text: string): Lesson | null {
  return new MarkdownFile('', text, lessonFrontSchema).content;
}

/** The plan of a session in a file's text, or null while its front matter cannot be read. */
export function readSession(text: string): SessionPlan | null {
  return new MarkdownFile('', text, sessionFrontSchema).content;
}

/** What course.yaml says, or null while it cannot be read. */
export function readCourseFile(text: string): CourseFile | null {
  return new YamlSource({ file: '', text }).read(courseFileSchema);
}

export function lessonNumbers(lesson: Lesson): LessonNumbers {
  const plain = lessonPlainText(lesson);
  return {
    words: wordsOf(plain).length,
    grade: readingGrade(plain),
    readingMinutes: lessonReadingMinutes(lesson),
    exerciseMinutes: lessonExerciseMinutes(lesson),
    claimedMinutes: lesson.minutes,
  };
}
