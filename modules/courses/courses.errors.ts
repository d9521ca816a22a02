import { DomainError, notFound, type FieldProblem } from '../../src/kernel/domain-error.js';

/** For courses that are not there; enrolment in the course is asked for on its page. */
export const courseNotFound = (): DomainError => notFound('this course');

/** For lessons that are not there, and for lessons of a course or version that the person is not in. */
export const lessonNotFound = (): DomainError => notFound('this lesson among your courses');

export const pictureNotFound = (): DomainError => notFound('this picture');

/** @param missing numbers of the questions without an answer, counted from 0 */
export const checksUnanswered = (missing: readonly number[]): DomainError =>
  new DomainError({
    code: 'courses.checks_unanswered',
    kind: 'invalid',
    message: 'Some questions have no answer yet.',
    next: 'Choose one answer for each question. Any answer is fine: this is for learning, and it is not scored.',
    fields: missing.map((at): FieldProblem => ({
      field: `check${at}`,
      message: `Choose one answer to question ${at + 1}.`,
    })),
  });

export const checksFirst = (): DomainError =>
  new DomainError({
    code: 'courses.checks_first',
    kind: 'conflict',
    message: 'The questions of this lesson are still to be answered.',
    next: 'Answer them first. Any answer is fine: this is for learning, and it is not scored.',
  });

export const reflectionFirst = (): DomainError =>
  new DomainError({
    code: 'courses.reflection_first',
    kind: 'invalid',
    message: 'The reflection is still to be done.',
    next: 'Take a few minutes for it, in writing, aloud or in thought. What you reflect on stays with you.',
    fields: [{ field: 'reflection', message: 'Choose this when you have taken time to reflect.' }],
  });
