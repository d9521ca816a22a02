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

const changeWords: Record<ChangeProblem, { field: string; message: string }> = {
  move: { field: 'kind', message: 'The certification is in another state by now. Load the page again to see it' },
  reason: { field: 'reason', message: 'Choose one of the reasons' },
  too_early: { field: 'effectiveOn', message: 'Enter a day on or after the day the certification began' },
  before_last_change: { field: 'effectiveOn', message: 'Enter a day on or after the change before this one' },
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
