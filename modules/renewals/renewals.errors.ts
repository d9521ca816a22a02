import type { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../src/kernel/domain-error.js';
import { formatDate } from '../../src/platform/views/helpers/format.js';
import { ruleWords } from '../conduct/appeals.public.js';
import type { RenewalState } from './domain/renewal-state.js';

export const tooEarly = (opensOn: Temporal.PlainDate): DomainError =>
  new DomainError({
    code: 'renewals.too_early',
    kind: 'conflict',
    message: `You can renew from ${formatDate(opensOn)}.`,
    next: 'Until then, hand in continuing education as you do it: it is looked at when it comes in and kept for the renewal.',
  });

export const tooLate = (): DomainError =>
  new DomainError({
    code: 'renewals.reapply',
    kind: 'conflict',
    message: 'The time in which this certification can be renewed is over.',
    next: 'You can apply anew. What you have recorded is kept and counts wherever the rules allow it.',
  });

export const nextStageFollows = (): DomainError =>
  new DomainError({
    code: 'renewals.next_stage',
    kind: 'conflict',
    message: 'This stage of the certification is not renewed: the next stage follows it.',
    next: 'Apply for the next stage when what it asks for is there, or ask for more time where the scheme has an extension.',
  });

export const hasEnded = (): DomainError =>
  new DomainError({
    code: 'renewals.ended',
    kind: 'conflict',
    message: 'This certification has ended by a decision, so it cannot be renewed.',
    next: 'You may apply anew if the rules of the scheme allow it. Questions go to the certifying body.',
  });

export const stillNeeded = (lines: readonly string[]): DomainError =>
  new DomainError({
    code: 'renewals.still_needed',
    kind: 'conflict',
    message: `The renewal asks for more: ${lines.join(' ')}`,
    next: 'Hand it in, and send the renewal when it is accepted. Nothing is lost meanwhile.',
  });

/** @param owed a line for each open invoice */
export const feesOpen = (owed: readonly string[]): DomainError =>
  new DomainError({
    code: 'renewals.fees_open',
    kind: 'conflict',
    message: `The scheme asks for the fee before a renewal is confirmed, and it is still open: ${owed.join('; ')}.`,
    next: 'Record the payment or waive it on the invoice, then confirm. The day on which the renewal was sent is kept.',
  });

export const alreadySent = (): DomainError =>
  new DomainError({
    code: 'renewals.already_sent',
    kind: 'conflict',
    message: 'Your renewal is with the certifying body already.',
    next: 'There is nothing for you to do. A letter tells you when it is confirmed.',
  });

export const alreadyConfirmed = (): DomainError =>
  new DomainError({
    code: 'renewals.already_confirmed',
    kind: 'conflict',
    message: 'This renewal is confirmed already.',
    next: 'Load the list again to see what waits.',
  });

const NOW: Record<Exclude<RenewalState, 'confirmed'>, string> = {
  submitted: 'This renewal is with the certifying body.',
  returned: 'This renewal was returned, and waits for the holder’s answer.',
  denial_proposed: 'A denial of this renewal was proposed, and waits for a second person.',
  denied: 'This renewal was denied. Its holder may appeal, or send it anew.',
};

/** @param state where the renewal stands, from which what was asked for does not lead on */
export const notNow = (state: RenewalState): DomainError =>
  state === 'confirmed'
    ? alreadyConfirmed()
    : new DomainError({
        code: 'renewals.not_now',
        kind: 'conflict',
        message: NOW[state],
        next: 'Open it again to see how it stands now.',
      });

export const ownRenewal = (): DomainError =>
  new DomainError({
    code: 'renewals.own',
    kind: 'forbidden',
    message: 'This renewal is your own.',
    next: 'Ask a colleague to look at it.',
  });

export const chooseReasons = (message: string): DomainError =>
  new DomainError({
    code: 'renewals.choose_reasons',
    kind: 'invalid',
    message: `${message}.`,
    next: 'Correct it and send the form again.',
    fields: [{ field: 'reasons', message }],
  });

export const twoPersons = (): DomainError =>
  new DomainError({
    code: 'renewals.two_persons',
    kind: 'forbidden',
    message: 'Two persons decide that a renewal is denied: one proposes, another agrees. You proposed it.',
    next: 'Ask a colleague who had no part in it to look at your proposal.',
  });

/** Names the rule that keeps this person from it, so that a colleague can be asked at once. */
export const keptApart = (rules: readonly string[]): DomainError =>
  new DomainError({
    code: 'renewals.kept_apart',
    kind: 'forbidden',
    message: ruleWords(rules).join(' '),
    next: 'Ask a colleague who had no part in it. Nothing was changed.',
  });

/** What the database refused, in our words; anything else is thrown on. */
export function inOurWords(error: unknown): unknown {
  const { constraint, message } = (error ?? {}) as { constraint?: string; message?: string };
  if (constraint === 'renewal_step_two_persons') return twoPersons();
  if (constraint === 'renewal_step_as_proposed') return notNow('denial_proposed');
  if (constraint === 'renewal_step_kept_apart') return keptApart((message ?? '').split(': ').at(-1)?.split(', ') ?? []);
  return error;
}
