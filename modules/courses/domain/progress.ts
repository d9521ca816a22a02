/** Where a person stands in a course. */
export type CourseState = 'in_progress' | 'quiz_left' | 'finished';

export interface Progress {
  readonly state: CourseState;
  readonly lessonsDone: number;
  readonly lessonsTotal: number;
  readonly quizPassed: boolean;
  /** What comes next: the code of a lesson, the quiz, or nothing. */
  readonly next: { readonly lesson: string } | 'quiz' | null;
}

interface Standing {
  readonly lessons: readonly { readonly code: string; readonly done: boolean }[];
  readonly quizPassed: boolean;
  readonly finished: boolean;
}

/** Counts what is done. The next lesson is the first in order that is not done, whichever were done before it. */
export function progressOf({ lessons, quizPassed, finished }: Standing): Progress {
  const lessonsDone = lessons.filter(({ done }) => done).length;
  const nextLesson = lessons.find(({ done }) => !done);
  const counts = { lessonsDone, lessonsTotal: lessons.length, quizPassed };
  if (finished) return { ...counts, state: 'finished', next: null };
  if (nextLesson) return { ...counts, state: 'in_progress', next: { lesson: nextLesson.code } };
  return { ...counts, state: 'quiz_left', next: 'quiz' };
}

/** Whether everything that a course asks is done: all lessons, and the quiz. */
export function isDue({ lessons, quizPassed }: Omit<Standing, 'finished'>): boolean {
  return quizPassed && lessons.every(({ done }) => done);
}
