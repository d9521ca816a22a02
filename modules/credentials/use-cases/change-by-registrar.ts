import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { StatusChange } from '../domain/status-change.js';
import { ChangeStatus } from './change-status.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';
import { ReadRegister } from './read-register.js';
import { ReverseLine, type Reversal } from './reverse-line.js';

/** A registrar changes a credential of their own body. */
@Injectable()
export class ChangeByRegistrar {
  constructor(
    private readonly register: ReadRegister,
    private readonly change: ChangeStatus,
    private readonly reversal: ReverseLine,
  ) {}

  /** @throws DomainError not_found for another body's credential, credentials.change.* */
  async execute(
    tx: Tx,
    { number, ...change }: StatusChange & { number: string; explanation: string | null },
  ): Promise<{ number: string; eventId: string }> {
    const credential = await this.ofOwnBody(tx, number);
    const input = { ...change, credentialId: credential.id, decidedBy: personIdOf(tx.actor) };
    const { eventId } = await this.change.execute(tx, input);
    return { number: credential.number, eventId };
  }

  /** @throws DomainError not_found for another body's credential or another credential's line, credentials.not_reversible, … */
  async reverse(
    tx: Tx,
    { number, ...reversal }: Omit<Reversal, 'decidedBy'> & { number: string },
  ): Promise<{ number: string; eventId: string }> {
    const credential = await this.ofOwnBody(tx, number);
    const decidedBy = personIdOf(tx.actor);
    const { eventId } = await this.reversal.execute(tx, { ...reversal, credentialId: credential.id, decidedBy });
    return { number: credential.number, eventId };
  }

  private async ofOwnBody(tx: Tx, number: string): Promise<CredentialEntity> {
    const credential = await this.register.byNumber(tx, number);
    if (!organizationsOf(tx.actor, 'registrar').includes(credential.bodyId)) throw notFound('this credential');
    return credential;
  }
}
