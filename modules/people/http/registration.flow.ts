import { Injectable } from '@nestjs/common';
import type { Language } from '../../../src/kernel/languages.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { PasswordHasher } from '../secrets/password-hasher.js';
import { readRegistration, type RegistrationInput } from '../use-cases/read-registration.js';
import { StartRegistration } from '../use-cases/start-registration.js';

/** Checks what was sent, hashes the password outside a transaction, then asks for the account. */
@Injectable()
export class RegistrationFlow {
  constructor(
    private readonly transaction: Transaction,
    private readonly hasher: PasswordHasher,
    private readonly startRegistration: StartRegistration,
  ) {}

  /**
   * @param letterLanguage what pages and letters to this person begin in
   * @throws DomainError `people.needs_attention` with every field that needs it
   */
  async start(ctx: RequestContext, input: RegistrationInput, letterLanguage: Language): Promise<void> {
    const { names, email } = readRegistration(input);
    const passwordHash = await this.hasher.hash(input.password);
    await this.transaction.run(unrepeatable(ctx), (tx) =>
      this.startRegistration.execute(tx, { names: { ...names, letterLanguage }, email, passwordHash }),
    );
  }
}
