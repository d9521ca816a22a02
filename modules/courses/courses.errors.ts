import { DomainError, notFound, type FieldProblem } from '../../src/kernel/domain-error.js';

/** For courses that are not there; enrolment in the course is asked for on its page. */
export const courseNotFound = (): DomainError => notFound('this course');

/** For a course of which every version was withdrawn; who is in it goes on. */
export const courseClosed = (): DomainError =>
  new DomainError({
    code: 'courses.closed',
    kind: 'conflict',
    message: 'Nobody can begin this course at the moment.',
    next: 'Have a look at the other courses, or come back later. Who is in it already may finish it.',
  });

/** @param needed the courses to finish before */
export const prerequisitesNeeded = (needed: readonly { title: string }[]): DomainError =>
  new DomainError({
    code: 'courses.prerequisites_needed',
    kind: 'conflict',
    message: 'This course builds on another one that you have not finished yet.',
    next: `Still needed first: ${needed.map(({ title }) => title).join('; ')}.`,
  });

export const courseAlreadyFinished = (): DomainError =>
  new DomainError({
    code: 'courses.already_finished',
    kind: 'conflict',
    message: 'You have finished this course, so there is nothing to pause.',
    next: 'You can look at it again at any time.',
  });

export const versionNotFound = (): DomainError => notFound('this version of the course');

export const versionWithdrawn = (): DomainError =>
  new DomainError({
    code: 'courses.version_withdrawn',
    kind: 'conflict',
    message: 'This version is withdrawn already.',
    next: 'Nothing more is needed.',
  });

export const reasonNeeded = (): DomainError =>
  new DomainError({
    code: 'courses.reason_needed',
    kind: 'invalid',
    message: 'The reason is still needed.',
    next: 'Say in a sentence why this version is withdrawn. The people who are in it read it.',
    fields: [{ field: 'reason', message: 'Say why, in a sentence.' }],
  });

/** For lessons that are not there, and for lessons of a course or version that the person is not in. */
export const lessonNotFound = (): DomainError => notFound('this lesson among your courses');

export const completionNotFound = (): DomainError => notFound('a record of completion of yours for this course');

export const certificateNotYet = (): DomainError =>
  new DomainError({
    code: 'courses.certificate_not_yet',
    kind: 'conflict',
    message: 'A certificate of completion is made once the course is finished.',
    next: 'Finish the lessons and the quiz in your own time, then come back.',
  });

export const certificateNotReady = (): DomainError =>
  new DomainError({
    code: 'courses.certificate_not_ready',
    kind: 'conflict',
    message: 'The certificate is being prepared. The course counts already.',
    next: 'Come back in a few minutes.',
  });

export const certificateNotHeld = (): DomainError =>
  new DomainError({
    code: 'courses.certificate_not_held',
    kind: 'conflict',
    message: 'This certificate is not waiting for anyone.',
    next: 'Load the list again to see what does.',
  });

export const printedNameNeeded = (): DomainError =>
  new DomainError({
    code: 'courses.printed_name_needed',
    kind: 'invalid',
    message: 'The name is still needed.',
    next: 'Enter the name as it is to be printed.',
    fields: [{ field: 'printedName', message: 'Enter the name as it is to be printed' }],
  });

export const sessionNotFound = (): DomainError => notFound('this live session');

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
