import { readEmailAddress, type EmailAddress } from '../domain/email-address.js';
import { passwordProblem } from '../domain/password-rules.js';
import { emailMessage, needsAttention, passwordMessage } from '../people.errors.js';
import type { Names } from '../persistence/person.repository.js';
import { wellKnownPasswords } from '../secrets/well-known-passwords.js';
import { readNames, type NamesInput } from './names.js';

export interface RegistrationInput extends NamesInput {
  email: string;
  password: string;
}

/**
 * A registration as it is kept, without its password.
 * @throws DomainError `people.needs_attention`, naming every field at once
 */
export function readRegistration(input: RegistrationInput): { names: Names; email: EmailAddress } {
  const { names, problems } = readNames(input);
  const email = readEmailAddress(input.email);
  if (!email) problems.push({ field: 'email', message: emailMessage() });
  const setting = {
    secondFactor: false,
    personal: [names.legalName, names.chosenName ?? '', input.email],
    wellKnown: wellKnownPasswords,
  };
  const password = passwordProblem(input.password, setting);
  if (password) problems.push({ field: 'password', message: passwordMessage(password, setting) });
  if (!email || problems.length > 0) throw needsAttention(problems);
  return { names, email };
}
