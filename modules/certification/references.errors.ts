import { DomainError } from '../../src/kernel/domain-error.js';

export const letterNotAsked = (): DomainError =>
  new DomainError({
    code: 'certification.letter_not_asked',
    kind: 'invalid',
    message: 'This scheme does not ask for such a letter.',
    next: 'Choose a letter from the list.',
    fields: [{ field: 'code', message: 'Choose a letter from the list' }],
  });

export const refereeIsOneself = (): DomainError =>
  new DomainError({
    code: 'certification.referee_oneself',
    kind: 'invalid',
    message: 'This is your own address. A reference is written by somebody else.',
    next: 'Enter the address of the person who knows your work.',
    fields: [{ field: 'email', message: 'Enter the address of the person who writes the reference' }],
  });

export const refereeAskedAlready = (): DomainError =>
  new DomainError({
    code: 'certification.referee_asked',
    kind: 'conflict',
    message: 'This person is asked for this letter already.',
    next: 'Wait for the answer, or take the request back and name somebody else.',
  });

export const applicationClosed = (): DomainError =>
  new DomainError({
    code: 'certification.application_closed',
    kind: 'conflict',
    message: 'This application is closed, so nothing more can be asked or answered for it.',
    next: 'Look at it under Your applications.',
  });

export const referenceMoved = (): DomainError =>
  new DomainError({
    code: 'certification.reference_moved',
    kind: 'conflict',
    message: 'This request was answered or taken back meanwhile.',
    next: 'Look at the list again: it shows where each request stands.',
  });

export const readFirst = (): DomainError =>
  new DomainError({
    code: 'certification.read_reference_first',
    kind: 'conflict',
    message: 'You can accept a reference once you have read it.',
    next: 'Open the sealed file, read the letter, then come back.',
  });

export const notAReader = (): DomainError =>
  new DomainError({
    code: 'certification.not_a_reader',
    kind: 'forbidden',
    message: 'Only a named reader of the sealed file can say whether a reference will do.',
    next: 'Ask an administrator of the body to name you as a reader.',
  });

/** Why a link opens nothing any more, and what to do. */
export const referenceLinkEnded = (
  why: 'unknown' | 'expired' | 'newer_link' | 'withdrawn' | 'answered',
): DomainError => {
  const words: Record<typeof why, [message: string, next: string]> = {
    unknown: [
      'This link does not open anything.',
      'It may have been cut by your mail program: open it from the letter again.',
    ],
    expired: [
      'This link is older than 30 days, so it no longer opens the page.',
      'If you still want to write, tell the person who named you: they can ask again.',
    ],
    newer_link: ['A newer link was sent to you, so this one no longer opens the page.', 'Open the newest letter.'],
    withdrawn: ['The person who named you took this request back.', 'There is nothing for you to do.'],
    answered: ['This request is already answered.', 'There is nothing more for you to do. Thank you.'],
  };
  const [message, next] = words[why];
  return new DomainError({ code: `certification.reference_link_${why}`, kind: 'gone', message, next });
};
