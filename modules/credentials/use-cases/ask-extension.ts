import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { readNumber } from '../domain/credential-number.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';
import { CredentialRepository } from '../persistence/credential.repository.js';
import { FindNextExtension, type NextExtension } from './find-next-extension.js';
import { KeepExtension } from './keep-extension.js';

/** A holder asks for more time in the stage they are in; a registrar answers. */
@Injectable()
export class AskExtension {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly next: FindNextExtension,
    private readonly keep: KeepExtension,
  ) {}

  /**
   * @throws DomainError not_found for somebody else's credential; credentials.no_extension, credentials.extension_too_late,
   * credentials.extension_asked; input.needs_attention without words
   */
  async execute(tx: Tx, input: { number: string; note: string }): Promise<{ id: string; state: 'asked' }> {
    const credential = await this.ofHolder(tx, input.number);
    const note = input.note.trim();
    if (note === '') throw unacceptable([{ field: 'note', message: 'Write why you ask for more time' }]);
    await this.credentials.lockState(tx, credential.id);
    const id = await this.keep.asked(tx, credential, { next: await this.next.execute(tx, credential), note });
    return { id, state: 'asked' };
  }

  /** What the actor may ask for. @throws DomainError as `execute` */
  async offered(tx: Tx, number: string): Promise<{ credential: CredentialEntity; next: NextExtension }> {
    const credential = await this.ofHolder(tx, number);
    return { credential, next: await this.next.execute(tx, credential) };
  }

  private async ofHolder(tx: Tx, typed: string): Promise<CredentialEntity> {
    const number = readNumber(typed);
    const credential = number === null ? null : await this.credentials.findByNumber(tx, number);
    if (credential?.personId !== personIdOf(tx.actor)) throw notFound('this credential');
    return credential;
  }
}
