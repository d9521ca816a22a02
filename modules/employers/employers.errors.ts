import { DomainError } from '../../src/kernel/domain-error.js';

export const numberSlip = (): DomainError =>
  new DomainError({
    code: 'employers.number_slip',
    kind: 'invalid',
    message: 'This number has a slip in it.',
    next: 'Compare it with the certificate, symbol by symbol, or leave it empty for now.',
    fields: [
      {
        field: 'credentialNumber',
        message: 'Compare the number with the certificate, symbol by symbol: its check symbol does not fit.',
      },
    ],
  });

export const untilBeforeFrom = (): DomainError =>
  new DomainError({
    code: 'employers.until_before_from',
    kind: 'invalid',
    message: 'The last day is before the first one.',
    next: 'Correct one of the two days.',
    fields: [{ field: 'until', message: 'Enter a day on or after the first one.' }],
  });

export const unreadableList = (): DomainError =>
  new DomainError({
    code: 'employers.unreadable_list',
    kind: 'invalid',
    message: 'This file is not a list in text form.',
    next: 'Save the sheet as CSV (UTF-8) and upload that file. Nothing was changed.',
    fields: [{ field: 'list', message: 'Choose a CSV file, for example saved as "CSV UTF-8" from your spreadsheet.' }],
  });

export const noList = (): DomainError =>
  new DomainError({
    code: 'employers.no_list',
    kind: 'invalid',
    message: 'No file was chosen.',
    next: 'Choose a CSV file and send it again.',
    fields: [{ field: 'list', message: 'Choose a CSV file.' }],
  });

export const listHasProblems = (): DomainError =>
  new DomainError({
    code: 'employers.list_has_problems',
    kind: 'conflict',
    message: 'Some lines of this list need attention, so nothing of it was applied.',
    next: 'Correct them in your file and upload it again.',
  });

export const listApplied = (): DomainError =>
  new DomainError({
    code: 'employers.list_applied',
    kind: 'conflict',
    message: 'This list is on your roster already.',
    next: 'Open the roster to see it.',
  });

export const alreadyShared = (): DomainError =>
  new DomainError({
    code: 'employers.already_shared',
    kind: 'conflict',
    message: 'You share with this employer already.',
    next: 'To share something else, end what you share now and give it anew.',
  });

export const lastDayIsPast = (): DomainError =>
  new DomainError({
    code: 'employers.last_day_is_past',
    kind: 'invalid',
    message: 'The last day is in the past.',
    next: 'Choose a day from today on, or leave it empty.',
    fields: [{ field: 'until', message: 'Enter a day from today on, or leave it empty.' }],
  });
