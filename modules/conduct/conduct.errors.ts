import { DomainError } from '../../src/kernel/domain-error.js';
import { formatDate } from '../../src/platform/views/helpers/format.js';
import { keptApartRules, ruleWords } from './domain/kept-apart.js';
import type { Temporal } from 'temporal-polyfill';

/** Names the rule that keeps this person from the case, so that a colleague can be asked at once. */
export const keptApart = (rules: readonly string[]): DomainError =>
  new DomainError({
    code: `conduct.kept_apart.${rules[0] ?? 'rule'}`,
    kind: 'forbidden',
    message: ruleWords(rules).join(' '),
    next: 'Ask a colleague who had no part in it. Nothing was changed.',
  });

export const twoPersons = (): DomainError =>
  new DomainError({
    code: 'conduct.two_persons',
    kind: 'forbidden',
    message: 'Two persons decide: one proposes, another agrees. You proposed it.',
    next: 'Ask a colleague who had no part in it to look at your proposal.',
  });

export const notPossibleNow = (): DomainError =>
  new DomainError({
    code: 'conduct.not_possible_now',
    kind: 'conflict',
    message: 'This case is at another step by now.',
    next: 'Load the page again to see where it stands. Nothing was changed.',
  });

export const chooseOne = (field: string, message: string): DomainError =>
  new DomainError({
    code: 'conduct.choose_one',
    kind: 'invalid',
    message: `${message}.`,
    next: 'Correct it and send the form again.',
    fields: [{ field, message }],
  });

export const credentialNotFound = (): DomainError =>
  new DomainError({
    code: 'conduct.credential_not_found',
    kind: 'invalid',
    message: 'There is no certification with this number.',
    next: 'Compare the number with the certificate, or write to the certifying body if you do not know it.',
    fields: [{ field: 'number', message: 'Enter the number as it is on the certificate, such as GS-2345-6789-ABCD-E' }],
  });

export const eventAhead = (): DomainError => chooseOne('eventOn', 'Enter the day it happened, today or before');

export const notYoursToHandle = (): DomainError =>
  new DomainError({
    code: 'conduct.not_the_handler',
    kind: 'forbidden',
    message: 'A colleague handles this case.',
    next: 'An administrator can hand it to you.',
  });

export const answerTimeOver = (by: Temporal.PlainDate): DomainError =>
  new DomainError({
    code: 'conduct.answer_time_over',
    kind: 'conflict',
    message: `The time to answer was over after ${formatDate(by)}.`,
    next: 'You may still appeal once it is decided. You can also write to the certifying body.',
  });

export const appealTimeOver = (by: Temporal.PlainDate, contact: string): DomainError =>
  new DomainError({
    code: 'conduct.appeal_time_over',
    kind: 'conflict',
    message: `The time to appeal this decision was over after ${formatDate(by)}.`,
    next: `You may apply again when you have what is needed; everything you recorded is kept. If something kept you from writing in time, tell ${contact}.`,
  });

export const notAppealable = (contact: string): DomainError =>
  new DomainError({
    code: 'conduct.not_appealable',
    kind: 'conflict',
    message: 'The rules of this certification know no appeal of this decision.',
    next: `Write to ${contact}; a person answers.`,
  });

export const appealedAlready = (): DomainError =>
  new DomainError({
    code: 'conduct.appealed_already',
    kind: 'conflict',
    message: 'You appealed this decision already. A decision is looked at afresh once.',
    next: 'Open Your appeals to see where it stands.',
  });

/** Which of the database's refusals names which of ours. */
const refusals: Record<string, () => DomainError> = {
  two_persons: twoPersons,
  as_proposed: notPossibleNow,
  starts_at_state: notPossibleNow,
  after_appeal: notPossibleNow,
};

/** For the `catch` of a write: what the database refused is thrown in our words, anything else as it is. */
export function refusedInOurWords(error: unknown): never {
  throw inOurWords(error);
}

function inOurWords(error: unknown): unknown {
  const { constraint, message } = (error ?? {}) as { constraint?: string; message?: string };
  if (typeof constraint !== 'string') return error;
  if (constraint.endsWith('_event_kept_apart')) {
    const named = (message ?? '').split(': ').at(-1)?.split(', ') ?? [];
    return keptApart(named.filter((rule) => rule in keptApartRules));
  }
  const known = Object.keys(refusals).find((name) => constraint.endsWith(`_event_${name}`));
  return known ? refusals[known]?.() : error;
}
