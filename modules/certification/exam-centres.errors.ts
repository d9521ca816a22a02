import { DomainError } from '../../src/kernel/domain-error.js';

export const notForExam = (): DomainError =>
  new DomainError({
    code: 'certification.not_for_exam',
    kind: 'conflict',
    message: 'An authorization is for admitted candidates of a scheme with an exam.',
    next: 'Open the application to see where it stands.',
  });

export const noDayLeft = (): DomainError =>
  new DomainError({
    code: 'certification.no_exam_day_left',
    kind: 'conflict',
    message: 'By the scheme there is no day left on which this candidate could sit the exam.',
    next: 'The application ends, or the time for attempts is over, before the next attempt would count.',
  });

export const noAttemptLeft = (): DomainError =>
  new DomainError({
    code: 'certification.no_exam_attempt_left',
    kind: 'conflict',
    message: 'All attempts that the scheme gives were taken.',
    next: 'Tell the candidate how it goes on from here; the scheme says what is asked first.',
  });

export const authorisationOpen = (): DomainError =>
  new DomainError({
    code: 'certification.authorisation_open',
    kind: 'conflict',
    message: 'This candidate has an authorization that can be used.',
    next: 'Withdraw it first if another one is to take its place.',
  });

export const authorisationClosed = (): DomainError =>
  new DomainError({
    code: 'certification.authorisation_closed',
    kind: 'conflict',
    message: 'This authorization was used or withdrawn already.',
    next: 'Open the list again to see where it stands.',
  });

export const unreadableResults = (line?: number): DomainError =>
  new DomainError({
    code: 'certification.unreadable_results',
    kind: 'invalid',
    message: line ? `Line ${line} of this file cannot be read.` : 'This file is not a list in text form.',
    next: line
      ? 'A quotation mark is open or stands in the middle of a cell. Correct it and upload the file again. Nothing was recorded.'
      : 'Save the sheet as CSV (UTF-8) and upload that file. Nothing was recorded.',
    fields: [{ field: 'list', message: 'Choose a CSV file, for example saved as “CSV UTF-8”' }],
  });

export const unusableResults = (message: string): DomainError =>
  new DomainError({
    code: 'certification.unusable_results',
    kind: 'invalid',
    message: 'This list cannot be used as it is.',
    next: `${message} Nothing was recorded.`,
    fields: [{ field: 'list', message }],
  });

export const resultsNotChecked = (): DomainError =>
  new DomainError({
    code: 'certification.results_not_checked',
    kind: 'conflict',
    message: 'The lines of this list are still being checked.',
    next: 'Wait until the check is done, look at what it tells, then confirm.',
  });
