import { DomainError, type FieldProblem } from '../../src/kernel/domain-error.js';
import type { HeldClaim } from './domain/sign-in-pace.js';
import { NAME_LIMIT } from './domain/name.js';
import { PASSWORD_MAXIMUM, minimumLength, type PasswordProblem } from './domain/password-rules.js';

/** The same words whether the address is unknown, the password is another one, or the account has none. */
export function notRecognised(kind: 'invalid' | 'unauthenticated' = 'invalid'): DomainError {
  return new DomainError({
    code: 'people.not_recognised',
    kind,
    message: 'The e-mail address and the password do not match what we have.',
    next: 'Check both and try again, or set a new password by a link we mail you.',
    fields: [{ field: 'email', message: 'Check the e-mail address and the password.' }],
  });
}

function pleaseWait(seconds: number): DomainError {
  const wait = seconds < 60 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return new DomainError({
    code: 'people.please_wait',
    kind: 'too_many',
    message: 'There were several tries in a row that did not match.',
    next: `Wait ${wait} and try again, or set a new password by a link we mail you.`,
    fields: [{ message: `Wait ${wait}, then try again.` }],
    retryAfter: seconds,
  });
}

function manyStrangers(): DomainError {
  return new DomainError({
    code: 'people.use_mailed_link',
    kind: 'too_many',
    message: 'Somebody tried many passwords for this address, so new devices cannot sign in to it for now.',
    next: 'Sign in on a device you used before, or set a new password by a link we mail you.',
    fields: [{ message: 'Use a device you signed in on before, or a mailed link.' }],
    retryAfter: 3600,
  });
}

/** Why a try may not be made now. */
export function heldBack(claim: HeldClaim): DomainError {
  return claim.reason === 'wait' ? pleaseWait(claim.seconds) : manyStrangers();
}

export function codeNeeded(kind: 'invalid' | 'unauthenticated' = 'unauthenticated'): DomainError {
  return new DomainError({
    code: 'people.second_factor_needed',
    kind,
    message: 'This account has a second factor.',
    next: 'Send the six-digit code of your authenticator app, or a recovery code, as well.',
    fields: [{ field: 'code', message: 'Enter the six-digit code of your authenticator app.' }],
  });
}

export function codeNotRecognised(kind: 'invalid' | 'unauthenticated' = 'invalid'): DomainError {
  return new DomainError({
    code: 'people.code_not_recognised',
    kind,
    message: 'That code does not match, or it was used already.',
    next: 'Wait for your authenticator app to show the next code and enter that one.',
    fields: [{ field: 'code', message: 'Enter the code your app shows now. Each code counts once.' }],
  });
}

export function signInAgain(): DomainError {
  return new DomainError({
    code: 'people.sign_in_again',
    kind: 'unauthenticated',
    message: 'This sign-in was started too long ago.',
    next: 'Start again with your e-mail address and password.',
  });
}

export function confirmFirst(): DomainError {
  return new DomainError({
    code: 'people.confirm_first',
    kind: 'forbidden',
    message: 'Before this change we need to be sure it is you.',
    next: 'Confirm with your password on your profile page, then make the change again.',
  });
}

export function linkEnded(): DomainError {
  return new DomainError({
    code: 'people.link_ended',
    kind: 'gone',
    message: 'This link was used already, or its time is over.',
    next: 'Ask for a new one. If you already used it, you can simply sign in.',
  });
}

export function contactKept(): DomainError {
  return new DomainError({
    code: 'people.contact_kept',
    kind: 'conflict',
    message: 'Letters go to this address, so it stays on your profile.',
    next: 'Choose another address for letters first, then remove this one.',
  });
}

export function needsAttention(fields: FieldProblem[]): DomainError {
  return new DomainError({
    code: 'people.needs_attention',
    kind: 'invalid',
    message: 'Some answers need attention before we can save this.',
    next: 'See the notes beside them. Nothing you typed is lost.',
    fields,
  });
}

export function emailMessage(): string {
  return 'Enter an e-mail address we can write to, such as name@example.org.';
}

export function nameMessage(problem: 'missing' | 'too_long', which: 'legal' | 'chosen'): string {
  if (problem === 'too_long') return `Enter the name with at most ${NAME_LIMIT} characters.`;
  return which === 'legal' ? 'Enter your legal name, in any script.' : 'Enter the name you go by, or leave it empty.';
}

export function passwordMessage(problem: PasswordProblem, setting: { secondFactor: boolean }): string {
  const minimum = minimumLength(setting);
  const messages: Record<PasswordProblem, string> = {
    missing: 'Enter a password.',
    too_short: `Use at least ${minimum} characters. Several words in a row are easy to remember.`,
    too_long: `Use at most ${PASSWORD_MAXIMUM} characters.`,
    well_known: 'This password is on public lists of passwords. Choose another one.',
    repeated: 'This password repeats itself. Choose one that is harder to guess.',
    about_you: 'This password is made of your name, your address or our name. Choose another one.',
  };
  return messages[problem];
}
