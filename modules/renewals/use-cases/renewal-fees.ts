import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Invoices, type InvoiceRow } from '../../certification/invoices.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { confirmsAfterFees, Schemes } from '../../schemes/schemes.public.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';

/** What a renewal costs, and whether that stands between it and its confirmation. */
export interface RenewalFeesDue {
  /** First to last. */
  invoices: InvoiceRow[];
  /** Those that are neither paid, waived nor cancelled. */
  open: InvoiceRow[];
  /** Whether the scheme has the confirmation wait for the open ones, and there are any. */
  waits: boolean;
}

type Renewal = Pick<RenewalEntity, 'id' | 'bodyId' | 'schemeVersionId'>;

/** The fees of renewals that were sent, by the rules their holders are under today. */
@Injectable()
export class RenewalFees {
  constructor(
    private readonly invoices: Invoices,
    private readonly schemes: Schemes,
    private readonly organizations: Organizations,
  ) {}

  async of(tx: Tx, renewal: Renewal): Promise<RenewalFeesDue> {
    const invoices = await this.invoices.of(tx, renewal.id);
    const open = invoices.filter(({ state }) => state === 'open');
    return { invoices, open, waits: open.length > 0 && (await this.confirmsAfterFees(tx, renewal)) };
  }

  /** The open invoices that many renewals wait for, by the renewal's id; one that waits for none is not in it. */
  async holdingUp(tx: Tx, renewals: readonly Renewal[]): Promise<Map<string, InvoiceRow[]>> {
    const open = await this.invoices.openAmong(
      tx,
      renewals.map(({ id }) => id),
    );
    for (const renewal of renewals) {
      if (open.has(renewal.id) && !(await this.confirmsAfterFees(tx, renewal))) open.delete(renewal.id);
    }
    return open;
  }

  private async confirmsAfterFees(tx: Tx, { bodyId, schemeVersionId }: Renewal): Promise<boolean> {
    const { timeZone } = await this.organizations.get(tx, bodyId);
    const { definition } = await this.schemes.forHolder(tx, schemeVersionId, dateIn(timeZone, tx.now));
    return confirmsAfterFees(definition);
  }
}
