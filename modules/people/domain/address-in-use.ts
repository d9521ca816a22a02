import { DomainError } from '../../../src/kernel/domain-error.js';

/** Somebody verified this address first. */
export function addressInUse(): DomainError {
  return new DomainError({
    code: 'people.address_in_use',
    kind: 'conflict',
    message: 'This e-mail address already belongs to an account.',
    next: 'Sign in with it, or set a new password if you no longer know it.',
    fields: [{ field: 'email', message: 'This address already belongs to an account.' }],
  });
}
