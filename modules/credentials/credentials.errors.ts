import { DomainError } from '../../src/kernel/domain-error.js';
import type { ChangeProblem } from './domain/status-change.js';

export const alreadyHeld = (): DomainError =>
  new DomainError({
    code: 'credentials.already_held',
    kind: 'conflict',
    message: 'This person already holds this certification, and it has not expired.',
    next: 'Renew the one they hold. A new one can be granted when it has expired.',
  });

export const notRenewable = (): DomainError =>
  new DomainError({
    code: 'credentials.not_renewable',
    kind: 'conflict',
    message: 'This certification has ended by a decision, so its term cannot be extended.',
    next: 'The person may apply anew if the rules of the scheme allow it.',
  });

export const stageNotRenewed = (): DomainError =>
  new DomainError({
    code: 'credentials.stage_not_renewed',
    kind: 'conflict',
    message: 'This stage of the certification is not renewed: the next stage follows it.',
    next: 'Apply for the next stage, or ask for an extension where the scheme has one.',
  });

export const suspendedMeanwhile = (): DomainError =>
  new DomainError({
    code: 'credentials.suspended_meanwhile',
    kind: 'conflict',
    message: 'The certification is suspended, so that the next stage cannot be granted now.',
    next: 'Decide again when the suspension has ended.',
  });

const changeWords: Record<ChangeProblem, { field: string; message: string }> = {
  move: { field: 'kind', message: 'The certification is in another state by now. Load the page again to see it' },
  reason: { field: 'reason', message: 'Choose one of the reasons' },
  too_early: { field: 'effectiveOn', message: 'Enter a day on or after the day the certification began' },
  before_last_change: { field: 'effectiveOn', message: 'Enter a day on or after the change before this one' },
  too_soon: {
    field: 'effectiveOn',
    message: 'Enter a day after the notice that the scheme gives the holder, or say that it is an emergency',
  },
  emergency_words: { field: 'explanation', message: 'Tell the holder in your own words why it cannot wait' },
  note_until: { field: 'noteUntil', message: 'Enter a last day of the public note on or after the day it counts from' },
  too_far_ahead: { field: 'effectiveOn', message: 'Enter a day within the next year' },
};

export const changeNotPossible = (problem: ChangeProblem): DomainError =>
  new DomainError({
    code: `credentials.change.${problem}`,
    kind: problem === 'move' ? 'conflict' : 'invalid',
    message: `${changeWords[problem].message}.`,
    next: 'Nothing was changed. Correct it and send the form again.',
    fields: problem === 'move' ? [] : [changeWords[problem]],
  });

export const notReversible = (): DomainError =>
  new DomainError({
    code: 'credentials.not_reversible',
    kind: 'conflict',
    message: 'This line of the register cannot be taken back, or has been already.',
    next: 'Load the page again to see its history.',
  });

export const sameDecider = (): DomainError =>
  new DomainError({
    code: 'credentials.same_decider',
    kind: 'forbidden',
    message: 'You took this decision, so that somebody else decides whether it stands.',
    next: 'Ask a colleague who had no part in it.',
  });

export const noExtension = (): DomainError =>
  new DomainError({
    code: 'credentials.no_extension',
    kind: 'conflict',
    message: 'This certification cannot be extended: the scheme has no extension for its stage, or none is left.',
    next: 'See what the next stage asks for, or write to the certifying body.',
  });

export const extensionTooLate = (): DomainError =>
  new DomainError({
    code: 'credentials.extension_too_late',
    kind: 'conflict',
    message: 'The time that an extension would add is over already.',
    next: 'Apply for the next stage, or write to the certifying body.',
  });

export const extensionAsked = (): DomainError =>
  new DomainError({
    code: 'credentials.extension_asked',
    kind: 'conflict',
    message: 'You asked for an extension already, and it waits for an answer.',
    next: 'A letter tells you as soon as it is decided.',
  });

export const extensionAnswered = (): DomainError =>
  new DomainError({
    code: 'credentials.extension_answered',
    kind: 'conflict',
    message: 'This request is answered already.',
    next: 'Load the list again to see what waits.',
  });

export const ownCredential = (): DomainError =>
  new DomainError({
    code: 'credentials.own_credential',
    kind: 'forbidden',
    message: 'This certification is your own.',
    next: 'Ask a colleague to make the change.',
  });

export const documentNotReady = (): DomainError =>
  new DomainError({
    code: 'credentials.document_not_ready',
    kind: 'conflict',
    message: 'The certificate is being prepared. The certification itself is in force.',
    next: 'Come back in a few minutes. You get a letter as soon as it is ready.',
  });

export const documentNotHeld = (): DomainError =>
  new DomainError({
    code: 'credentials.document_not_held',
    kind: 'conflict',
    message: 'This document is not waiting for anyone.',
    next: 'Load the list again to see what does.',
  });
