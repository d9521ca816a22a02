import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { AccountRepository } from '../persistence/account.repository.js';
import type { SecondFactorRemovalEntity } from '../persistence/second-factor-removal.entity.js';
import { SecondFactorRemovalRepository } from '../persistence/second-factor-removal.repository.js';
import { SecondFactorRepository } from '../persistence/second-factor.repository.js';
import { TellPerson } from './passwords.js';
import { ForgetAccess } from './reset-password.js';

const LIFETIME = Temporal.Duration.from({ hours: 24 });

type NewRemoval = Omit<SecondFactorRemovalEntity, 'id' | 'createdAt'>;

/** Row and audit of what an administrator did; when nothing happens yet, the letter that warns the person. */
@Injectable()
export class RecordRemoval {
  constructor(
    private readonly removals: SecondFactorRemovalRepository,
    private readonly audit: Audit,
    private readonly tell: TellPerson,
    private readonly ids: Ids,
  ) {}

  /** @returns the row's id */
  async execute(tx: Tx, removal: NewRemoval): Promise<string> {
    const id = this.ids.next();
    const { bodyId, personId, identityCheck, confirms, needsConfirmation } = removal;
    await this.removals.add(tx, { ...removal, id, createdAt: tx.now });
    await this.audit.record(tx, {
      action: needsConfirmation ? 'people.second_factor.removal_asked' : 'people.second_factor.removed_at_desk',
      subject: { kind: 'second_factor_removal', id },
      bodyId,
      personId,
      details: { identityCheck, secondFactorId: removal.secondFactorId, ...(confirms && { confirms }) },
    });
    if (needsConfirmation) {
      await this.tell.execute(tx, 'account-second-factor-removal-asked', personId, { identity: id });
    }
    return id;
  }
}

/**
 * The second factor goes, and with it everything that was safe only because of it: every session and the password, which was
 * allowed to be short. The way back leads through the person's own mailbox.
 */
@Injectable()
export class TakeSecondFactorAway {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly accounts: AccountRepository,
    private readonly forgetAccess: ForgetAccess,
    private readonly tell: TellPerson,
  ) {}

  /** @param removalId the letter is written once for each */
  async execute(tx: Tx, personId: string, removalId: string): Promise<void> {
    await this.factors.endAll(tx, personId);
    await this.accounts.forgetPassword(tx, personId);
    await this.forgetAccess.execute(tx, personId);
    const link = { personId, purpose: 'reset-password', contactId: null, lifetime: LIFETIME } as const;
    const { token } = await this.accounts.addToken(tx, link);
    const letter = { identity: removalId, path: `/password-resets/${token}` };
    await this.tell.execute(tx, 'account-second-factor-removed', personId, letter);
  }
}
