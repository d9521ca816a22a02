import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { AccountDesk, type IdentityCheck } from '../../people/account-desk.public.js';
import { Sessions } from '../../people/people.public.js';
import { ReadRemovals, type NamedRemoval } from './read-desk.js';

/** The second administrator's part in removing a lost second factor. */
@Injectable()
export class ConfirmRemovalAtDesk {
  constructor(
    private readonly removals: ReadRemovals,
    private readonly desk: AccountDesk,
    private readonly sessions: Sessions,
  ) {}

  /** @throws DomainError `not_found` for one that does not wait, or waits elsewhere */
  read(tx: Tx, id: string): Promise<NamedRemoval> {
    return this.removals.one(tx, id);
  }

  /** Whether the actor proved lately who they are, without which nothing here can be changed. */
  isReallyThem(tx: Tx): Promise<boolean> {
    return this.sessions.isConfirmed(tx);
  }

  /** @throws DomainError those of {@link AccountDesk.confirmRemoval} */
  execute(tx: Tx, confirmation: { removalId: string; identityCheck: IdentityCheck }): Promise<void> {
    return this.desk.confirmRemoval(tx, confirmation);
  }
}
