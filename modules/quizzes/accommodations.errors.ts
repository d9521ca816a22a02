import { DomainError } from '../../src/kernel/domain-error.js';

const NEXT = 'Put that right and send it again.';

export const accommodationOfNothing = (): DomainError =>
  new DomainError({
    code: 'quizzes.accommodation_of_nothing',
    kind: 'invalid',
    message: 'Choose at least one thing that helps.',
    next: NEXT,
    fields: [{ field: 'extraTimePercent', message: 'Choose at least one thing that helps' }],
  });

export const lastDayBeforeFirst = (): DomainError =>
  new DomainError({
    code: 'quizzes.accommodation_last_day',
    kind: 'invalid',
    message: 'The last day lies before the first.',
    next: NEXT,
    fields: [{ field: 'validUntil', message: 'The last day lies before the first' }],
  });

export const accommodationForOneself = (): DomainError =>
  new DomainError({
    code: 'quizzes.accommodation_for_oneself',
    kind: 'forbidden',
    message: 'An accommodation is settled by somebody else.',
    next: 'Ask a colleague at the body to settle yours.',
  });

export const accommodationAsked = (): DomainError =>
  new DomainError({
    code: 'quizzes.accommodation_asked',
    kind: 'conflict',
    message: 'Your request is with that body already.',
    next: 'Wait for the answer, or take the request back and ask for something else.',
  });

export const requestAnswered = (): DomainError =>
  new DomainError({
    code: 'quizzes.accommodation_request_answered',
    kind: 'conflict',
    message: 'This request was answered or taken back meanwhile.',
    next: 'Load the page again to see how it stands.',
  });

export const accommodationOver = (): DomainError =>
  new DomainError({
    code: 'quizzes.accommodation_over',
    kind: 'conflict',
    message: 'This was ended or adjusted meanwhile.',
    next: 'Load the list again to see what holds.',
  });
