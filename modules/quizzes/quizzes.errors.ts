import type { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../src/kernel/domain-error.js';
import { formatInstant } from '../../src/platform/views/helpers/format.js';

export const timeIsUp = (): DomainError =>
  new DomainError({
    code: 'quizzes.time_is_up',
    kind: 'conflict',
    message: 'The time for this attempt has ended, so this answer could not be counted.',
    next: 'Everything saved before the end counts; what came later is kept beside it. Open the result to see both.',
  });

export const attemptClosed = (): DomainError =>
  new DomainError({
    code: 'quizzes.attempt_closed',
    kind: 'conflict',
    message: 'This attempt was already handed in, so answers can no longer change.',
    next: 'Open the result to see it.',
  });

export const attemptStillOpen = (): DomainError =>
  new DomainError({
    code: 'quizzes.still_open',
    kind: 'conflict',
    message: 'This attempt is still open.',
    next: 'Save these answers in it: they count.',
  });

/** @param fields names of the form fields or JSON properties */
export const olderAnswer = (fields: string[]): DomainError =>
  new DomainError({
    code: 'quizzes.older_answer',
    kind: 'conflict',
    message: 'A newer answer is already saved, perhaps from another tab or device. We kept the newer one.',
    next: 'Load this page again to see what is saved, then change it there if you like.',
    fields: fields.map((field) => ({
      field,
      message: 'A newer answer to this question is saved. Load the page again.',
    })),
  });

/** @param fields names of the form fields or JSON properties */
export const answerDoesNotFit = (fields: string[]): DomainError =>
  new DomainError({
    code: 'quizzes.answer_does_not_fit',
    kind: 'invalid',
    message: 'This answer does not fit its question.',
    next: 'Choose from the options of the question; one option where one answer is asked.',
    fields: fields.map((field) => ({ field, message: 'Choose from the options shown with this question.' })),
  });

export const alreadyPassed = (): DomainError =>
  new DomainError({
    code: 'quizzes.already_passed',
    kind: 'conflict',
    message: 'You have passed this quiz. There is nothing more to do here.',
    next: 'Your result stays open to you with all its explanations.',
  });

export const retakeNotOpen = (opensAt: Temporal.Instant): DomainError =>
  new DomainError({
    code: 'quizzes.retake_not_open',
    kind: 'conflict',
    message: `The next attempt opens on ${formatInstant(opensAt)}.`,
    next: 'Until then, look at the explanations of your last attempt.',
  });

export const attemptsUsedUp = (maxAttempts: number): DomainError =>
  new DomainError({
    code: 'quizzes.attempts_used_up',
    kind: 'conflict',
    message: `This quiz allows ${maxAttempts} attempts, and you have used them all.`,
    next: 'Your training provider can tell you how to go on. What you learned and saved is kept.',
  });
