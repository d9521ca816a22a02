import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { StatusChange } from '../domain/status-change.js';
import { ChangeStatus } from './change-status.js';
import { ReadRegister } from './read-register.js';

/** A registrar changes a credential of their own body. */
@Injectable()
export class ChangeByRegistrar {
  constructor(
    private readonly register: ReadRegister,
    private readonly change: ChangeStatus,
  ) {}

  /** @throws DomainError not_found for another body's credential, credentials.change.* */
  async execute(
    tx: Tx,
    { number, ...change }: StatusChange & { number: string; explanation: string | null },
  ): Promise<{ number: string; eventId: string }> {
    const credential = await this.register.byNumber(tx, number);
    if (!organizationsOf(tx.actor, 'registrar').includes(credential.bodyId)) throw notFound('this credential');
    const input = { ...change, credentialId: credential.id, decidedBy: personIdOf(tx.actor) };
    const { eventId } = await this.change.execute(tx, input);
    return { number: credential.number, eventId };
  }
}
