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

export const lastDayPast = (field: 'validUntil' | 'lastDay'): DomainError =>
  new DomainError({
    code: 'quizzes.accommodation_last_day_past',
    kind: 'invalid',
    message: 'The last day has passed.',
    next: NEXT,
    fields: [{ field, message: 'The last day has passed' }],
  });

/** One answer for a number of nobody and for another name, so that nobody is looked up here. */
export const nobodySoNamed = (): DomainError =>
  new DomainError({
    code: 'quizzes.nobody_so_named',
    kind: 'invalid',
    message: 'No account has this number and this name.',
    next: 'Compare both with the letter or the call. The person reads them from their profile.',
    fields: [
      { field: 'personNumber', message: 'Check the number: it begins with P and has 10 characters' },
      { field: 'personName', message: 'Check the name: it is the one on the account' },
    ],
  });

export const requestWaits = (): DomainError =>
  new DomainError({
    code: 'quizzes.accommodation_request_waits',
    kind: 'conflict',
    message: 'This person asked for something here too, and that waits for an answer.',
    next: 'Answer that request: what you settled together can be granted there.',
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
