import { z } from 'zod';
import { code, competencies, fileName, minutes, text, topics } from './course-vocabulary.js';
import type { PictureReference } from './picture.js';
import type { SessionPlan } from './session-plan.js';

const objective = z.strictObject({ text, competencies });
const component = z.strictObject({ kind: z.enum(['reading', 'exercise', 'quiz']), minutes, what: text });

/**
 * `completion`: what is done counts as claimed. `measured`: the time at work in each lesson counts, its claim at most; a lesson read
 * without scripts then counts by its claim or not at all, as the course says.
 */
const counting = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('completion') }),
  z.strictObject({ rule: z.literal('measured'), without_script: z.enum(['completion', 'nothing']) }),
]);

/** `content/courses/<code>/course.yaml`. */
export const courseFileSchema = z.strictObject({
  code,
  title: text,
  summary: text,
  language: z.string().min(2),
  /** The course of which this is the same in another language (`translation-checks.ts`); it counts with that one. */
  translates: code.optional(),
  /** What its authors call this version; the version's identity is its content. */
  version: z.string().default('1'),
  authors: z.array(text).min(1),
  review: z.enum(['draft', 'reviewed']),
  review_note: text.optional(),
  /** Shown with every lesson, beside the link to support now. */
  support_note: text,
  /** Codes of the courses to finish before this one is begun. */
  prerequisites: z.array(code).min(1).optional(),
  objectives: z.array(objective).min(1),
  /** What the self-study counts for; each live session carries minutes of its own. */
  training: z.strictObject({ topics }),
  /** How the minutes of the self-study are counted; by completion when left out. */
  counting: counting.optional(),
  /** Where the minutes of the self-study come from, component by component; no course claims more than their sum. */
  minutes: z.array(component).min(1),
  lessons: z.array(fileName).min(1),
  /** Plans of live sessions, for the hours that self-study cannot carry. */
  sessions: z.array(fileName).min(1).optional(),
  quiz: fileName,
  references: z.array(text),
});
export type CourseFile = z.infer<typeof courseFileSchema>;

const check = z
  .strictObject({
    question: text,
    options: z.array(z.strictObject({ text, correct: z.boolean(), feedback: text })).min(2),
  })
  .refine(({ options }) => options.filter(({ correct }) => correct).length === 1, {
    message: 'a check has one correct option',
    path: ['options'],
  });

/** The front matter of `content/courses/<code>/lessons/*.md`. */
export const lessonFrontSchema = z.strictObject({
  code,
  title: text,
  competencies,
  /** What the lesson claims: reading at 200 words a minute and the timed parts below, no more. */
  minutes,
  exercises: z.array(z.strictObject({ what: text, minutes })).default([]),
  /** What the learner writes stays on their device or on paper; the server keeps only that it was done. */
  reflection: z.strictObject({ prompt: text, minutes }),
  /** Told before the lesson begins; `alternative` (Markdown) teaches the same in place of the sections it names. */
  hard_material: z.strictObject({ announcement: text, replaces: z.array(text).min(1), alternative: text }).optional(),
  checks: z.array(check).min(2, 'a lesson has at least two checks'),
});
export type LessonFront = z.infer<typeof lessonFrontSchema>;

/** A lesson as it is published: front matter and Markdown body. */
export type Lesson = LessonFront & { readonly body: string };

/** A course as it is published. The quiz is a version of its own (modules/quizzes); the course names it. */
export type CourseDefinition = Omit<CourseFile, 'lessons' | 'sessions' | 'quiz'> & {
  readonly lessons: readonly Lesson[];
  /** Absent in a course without live sessions. */
  readonly sessions?: readonly SessionPlan[];
  readonly quiz: { readonly code: string; readonly title: string };
  /** Absent in a course without pictures. */
  readonly pictures?: readonly PictureReference[];
};

export type Check = Lesson['checks'][number];

/** Minutes of training that finishing the self-study, or being in a live session, is worth: the sum of its topics. */
export function trainingMinutes({ training }: Pick<CourseFile, 'training'>): number {
  return training.topics.reduce((sum, { minutes: some }) => sum + some, 0);
}
