import { DomainError } from '../../src/kernel/domain-error.js';

/** The same words for a number of nobody and for somebody the body does not know: the desk is no way to look people up. */
export function nobodyHere(): DomainError {
  return new DomainError({
    code: 'portal.nobody_here',
    kind: 'not_found',
    message: 'Nobody with this number belongs to your body.',
    next:
      'The number has a check character: look for a slip. You see people with an application, a credential, evidence or a role ' +
      'at your body. Ask somebody else where they applied or work: that desk can help. With no tie to any body yet, they can make a new account.',
  });
}
