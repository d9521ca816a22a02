import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { HoldRenewal } from './hold-renewal.js';
import { ReadyToConfirm } from './ready-to-confirm.js';
import { RenewOnRegister } from './renew-on-register.js';

/** A registrar confirms a renewal: the next term of the credential's anchor opens on the register. */
@Injectable()
export class ConfirmRenewal {
  constructor(
    private readonly hold: HoldRenewal,
    private readonly ready: ReadyToConfirm,
    private readonly renew: RenewOnRegister,
  ) {}

  /**
   * @throws DomainError not_found for another body's renewal; renewals.own; renewals.already_confirmed; renewals.not_now;
   * renewals.ended, renewals.still_needed where things changed since it was sent; renewals.fees_open; renewals.kept_apart
   * for who denied it before an appeal sent it back
   */
  async execute(tx: Tx, { renewalId }: { renewalId: string }): Promise<{ id: string; expiresOn: string }> {
    const renewal = await this.hold.execute(tx, renewalId, 'confirm');
    const { credential, today: onDate } = await this.ready.execute(tx, renewal);
    const { expiresOn } = await this.renew.execute(tx, renewal, { credential, onDate, move: 'confirm' });
    return { id: renewalId, expiresOn: expiresOn.toString() };
  }
}
