import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Invoices } from '../../certification/invoices.public.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { AnnounceRenewal } from './announce-renewal.js';
import type { RenewalCase } from './renewal-rules.js';

/** The rules that hold for the holder that day, and what they say of the day. */
type Terms = Pick<RenewalCase, 'window' | 'version'>;

/** Tells the holder that a renewal is here, and asks the scheme's fee for it; for a late one what its tier adds. */
@Injectable()
export class ReceiveRenewal {
  constructor(
    private readonly announce: AnnounceRenewal,
    private readonly invoices: Invoices,
  ) {}

  async execute(tx: Tx, renewal: RenewalEntity, terms: Terms): Promise<void> {
    await this.announce.received(tx, renewal);
    await this.askFees(tx, renewal, terms);
  }

  /** The same renewal, sent anew after a denial: a fee that was asked for it is not asked again. */
  async again(tx: Tx, renewal: RenewalEntity, terms: Terms, sent: { stepId: string; on: Temporal.PlainDate }) {
    await this.announce.receivedAgain(tx, renewal, sent);
    await this.askFees(tx, renewal, terms);
  }

  private async askFees(tx: Tx, renewal: RenewalEntity, { window, version }: Terms): Promise<void> {
    const { id, bodyId, personId } = renewal;
    const due = { bodyId, personId, schemeVersionId: version.id, subject: { kind: 'renewal' as const, id } };
    await this.invoices.issue(tx, { ...due, fee: 'renewal' });
    const added = 'tier' in window ? window.tier.fee : null;
    if (added !== null) await this.invoices.issue(tx, { ...due, fee: 'late_renewal', amount: added });
  }
}
