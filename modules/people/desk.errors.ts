import { DomainError } from '../../src/kernel/domain-error.js';

export function notOneself(): DomainError {
  return new DomainError({
    code: 'people.not_oneself',
    kind: 'conflict',
    message: 'Nobody can put their own account right at the desk.',
    next: 'Ask a colleague to do it.',
  });
}

/** Mailbox and second factor together are the whole account: not both by the same hand. */
export function askColleague(): DomainError {
  return new DomainError({
    code: 'people.ask_colleague',
    kind: 'conflict',
    message: 'You helped to remove the second factor of this person lately.',
    next: 'Ask a colleague to enter the new address, so that the whole account is never moved by one of you.',
  });
}

export function noSecondFactor(): DomainError {
  return new DomainError({
    code: 'people.no_second_factor',
    kind: 'conflict',
    message: 'This account has no second factor.',
    next: 'Nothing needs to be done here. A mailed link for a new password is on the sign-in page.',
  });
}

export function removalWaiting(): DomainError {
  return new DomainError({
    code: 'people.removal_waiting',
    kind: 'conflict',
    message: 'This was asked for already and waits for a second administrator.',
    next: 'Another administrator of your body finds it on the page of the person.',
  });
}

export function anotherAdministrator(): DomainError {
  return new DomainError({
    code: 'people.another_administrator',
    kind: 'conflict',
    message: 'You asked for this yourself.',
    next: 'Another administrator of your body makes sure as well and confirms it.',
  });
}

export function removalOver(): DomainError {
  return new DomainError({
    code: 'people.removal_over',
    kind: 'gone',
    message: 'This does not wait any more: the second factor was used or replaced since, or seven days are over.',
    next: 'If the person still cannot sign in, begin again on their page.',
  });
}
