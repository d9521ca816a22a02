import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Invoices } from '../../certification/invoices.public.js';
import type { RenewalWindow } from '../domain/renewal-window.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { AnnounceRenewal } from './announce-renewal.js';

/** Tells the holder that a renewal is here, and asks the scheme's fee for it; for a late one what its tier adds. */
@Injectable()
export class ReceiveRenewal {
  constructor(
    private readonly announce: AnnounceRenewal,
    private readonly invoices: Invoices,
  ) {}

  async execute(tx: Tx, renewal: RenewalEntity, window: RenewalWindow): Promise<void> {
    await this.announce.received(tx, renewal);
    await this.askFees(tx, renewal, window);
  }

  /** The same renewal, sent anew after a denial: a fee that was asked for it is not asked again. */
  async again(tx: Tx, renewal: RenewalEntity, window: RenewalWindow, sent: { stepId: string; on: Temporal.PlainDate }) {
    await this.announce.receivedAgain(tx, renewal, sent);
    await this.askFees(tx, renewal, window);
  }

  private async askFees(tx: Tx, renewal: RenewalEntity, window: RenewalWindow): Promise<void> {
    const { id, bodyId, personId, schemeVersionId } = renewal;
    const due = { bodyId, personId, schemeVersionId, subject: { kind: 'renewal' as const, id } };
    await this.invoices.issue(tx, { ...due, fee: 'renewal' });
    const added = 'tier' in window ? window.tier.fee : null;
    if (added !== null) await this.invoices.issue(tx, { ...due, fee: 'late_renewal', amount: added });
  }
}
