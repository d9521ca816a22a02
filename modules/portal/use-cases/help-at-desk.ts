import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { AccountDesk, type IdentityCheck } from '../../people/account-desk.public.js';
import { FindAtDesk } from './find-at-desk.js';

/** Puts the account of a person of the body right. */
@Injectable()
export class HelpAtDesk {
  constructor(
    private readonly find: FindAtDesk,
    private readonly desk: AccountDesk,
  ) {}

  /** @throws DomainError `portal.nobody_here`, and those of {@link AccountDesk.recoverMailbox} */
  async recoverMailbox(
    tx: Tx,
    { number, ...recovery }: { number: string; identityCheck: IdentityCheck; email: string },
  ): Promise<void> {
    const { person, bodyId } = await this.find.execute(tx, number, 'registrar', 'administrator');
    await this.desk.recoverMailbox(tx, { ...recovery, bodyId, personId: person.id });
  }

  /** @throws DomainError `portal.nobody_here`, and those of {@link AccountDesk.removeSecondFactor} */
  async removeSecondFactor(
    tx: Tx,
    { number, identityCheck }: { number: string; identityCheck: IdentityCheck },
  ): Promise<{ id: string; waits: boolean }> {
    const { person, bodyId, worksForBody } = await this.find.execute(tx, number, 'administrator');
    return this.desk.removeSecondFactor(tx, { bodyId, personId: person.id, identityCheck, worksForBody });
  }
}
