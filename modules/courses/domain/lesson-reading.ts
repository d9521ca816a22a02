import type { Lesson } from './course-definition.js';
import { outlineOf } from './markdown.js';
import { readingMinutes, wordsOf } from './readability.js';

/** Everything a learner reads in a lesson, as plain text: the body, the checks with their feedback, the reflection. */
export function lessonPlainText(lesson: Lesson): string {
  const checks = lesson.checks.flatMap(({ question, options }) => [
    question,
    ...options.flatMap(({ text, feedback }) => [text, feedback]),
  ]);
  return [outlineOf(lesson.body).plain, ...checks, lesson.reflection.prompt].join('\n\n');
}

/** Whole minutes that reading the lesson takes. */
export function lessonReadingMinutes(lesson: Lesson): number {
  return readingMinutes(wordsOf(lessonPlainText(lesson)).length);
}

/** Minutes of the lesson's timed parts: exercises and reflection. */
export function lessonExerciseMinutes(lesson: Pick<Lesson, 'exercises' | 'reflection'>): number {
  return lesson.exercises.reduce((sum, { minutes }) => sum + minutes, lesson.reflection.minutes);
}
