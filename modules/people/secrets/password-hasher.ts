import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { normalPassword } from '../domain/password-rules.js';
import { Semaphore } from './semaphore.js';

/** OWASP's floor for Argon2id (the package's default algorithm): 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One hash keeps a core busy for some 50 ms: two at a time, and a storm of sign-ins is told to come back. */
const SLOTS = 2;
const QUEUE = 60;

function busy(): DomainError {
  return new DomainError({
    code: 'people.sign_in_busy',
    kind: 'unavailable',
    message: 'Many people are signing in at this moment.',
    next: 'Wait half a minute and try again.',
    retryAfter: 30,
  });
}

/** Makes and checks password hashes. Never called inside a transaction: waiting here must not hold a connection. */
export class PasswordHasher {
  private readonly semaphore = new Semaphore(SLOTS, QUEUE);
  private decoy?: Promise<string>;

  /** @throws DomainError `people.sign_in_busy` */
  hash(password: string): Promise<string> {
    return this.semaphore.run(() => hash(normalPassword(password), ARGON2), busy);
  }

  /**
   * @param passwordHash null when there is no account or no password: a decoy is checked instead, so that the answer
   *   takes as long and nobody learns which addresses are known
   * @throws DomainError `people.sign_in_busy`
   */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const against = passwordHash ?? (await (this.decoy ??= this.hash('nobody has this password')));
    const same = await this.semaphore.run(() => verify(against, normalPassword(password)), busy);
    return same && passwordHash !== null;
  }
}
