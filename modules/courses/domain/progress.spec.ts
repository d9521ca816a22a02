import { isDue, progressOf } from './progress.js';

const lessons = (...done: boolean[]) => done.map((one, at) => ({ code: `l${at + 1}`, done: one }));

describe('progress in a course', () => {
  it('begins with the first lesson', () => {
    expect(progressOf({ lessons: lessons(false, false), quizPassed: false, finished: false })).toEqual({
      state: 'in_progress',
      lessonsDone: 0,
      lessonsTotal: 2,
      quizPassed: false,
      next: { lesson: 'l1' },
    });
  });

  it('goes on with the first lesson that is open, also when a later one is done', () => {
    const progress = progressOf({ lessons: lessons(true, false, true), quizPassed: false, finished: false });
    expect(progress).toMatchObject({ lessonsDone: 2, next: { lesson: 'l2' } });
  });

  it('comes to the quiz after the last lesson', () => {
    expect(progressOf({ lessons: lessons(true), quizPassed: false, finished: false })).toMatchObject({
      state: 'quiz_left',
      next: 'quiz',
    });
  });

  it('is complete only with all lessons and the quiz', () => {
    expect(isDue({ lessons: lessons(true, true), quizPassed: true })).toBe(true);
    expect(isDue({ lessons: lessons(true, false), quizPassed: true })).toBe(false);
    expect(isDue({ lessons: lessons(true, true), quizPassed: false })).toBe(false);
  });
});
