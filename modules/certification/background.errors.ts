import { DomainError } from '../../src/kernel/domain-error.js';
import { LEAST_ANSWER_DAYS } from './domain/background-result.js';

export const checkRecorded = (): DomainError =>
  new DomainError({
    code: 'certification.background_recorded',
    kind: 'conflict',
    message: 'This report is recorded already, or the result was put right before.',
    next: 'Compare the number with the report. To put a result right, choose the newest one.',
    fields: [{ field: 'reference', message: 'This report number is recorded already' }],
  });

export const nothingToAnswer = (): DomainError =>
  new DomainError({
    code: 'certification.nothing_to_answer',
    kind: 'conflict',
    message: 'There is no background result that waits for an answer.',
    next: 'Open the application again to see where it stands.',
  });

export const askedAlready = (): DomainError =>
  new DomainError({
    code: 'certification.answer_asked',
    kind: 'conflict',
    message: 'The person was asked about this result already.',
    next: 'Wait for the answer, or until its last day is over.',
  });

export const tooLittleTime = (): DomainError =>
  new DomainError({
    code: 'certification.too_little_time',
    kind: 'invalid',
    message: `A person has at least ${LEAST_ANSWER_DAYS} days to answer.`,
    next: 'Choose a later day.',
    fields: [{ field: 'answerUntil', message: `Choose a day at least ${LEAST_ANSWER_DAYS} days from today` }],
  });

export const answerTimeOver = (): DomainError =>
  new DomainError({
    code: 'certification.answer_time_over',
    kind: 'conflict',
    message: 'The last day for an answer is over, or you have answered already.',
    next: 'Write to the certifying body if you want to add something. A person answers.',
  });

export const notHeardYet = (): DomainError =>
  new DomainError({
    code: 'certification.not_heard_yet',
    kind: 'conflict',
    message: 'The person has not been heard about the background result yet.',
    next: 'Ask for an answer. You can decide for this reason once it came or its last day is over.',
  });

export const noBackgroundResult = (): DomainError =>
  new DomainError({
    code: 'certification.no_background_result',
    kind: 'conflict',
    message: 'There is no background result that this decision could rest on.',
    next: 'Choose another reason, or have the result recorded first.',
  });

export const deciderReadFile = (): DomainError =>
  new DomainError({
    code: 'certification.conflict.read_case_file',
    kind: 'forbidden',
    message: 'You read a sealed file about this person. Deciders see the facts, never what is behind them.',
    next: 'Ask a colleague who did not read it to decide. Nothing was changed.',
  });
