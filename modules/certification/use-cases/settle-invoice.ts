import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { invoiceSettled, ownApplication } from '../certification.errors.js';
import { invoiceAfter, type FeeReason, type InvoiceState } from '../domain/invoice-state.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';

/** What became of the money: paid with a reference, or let go or taken back with a reason. */
export type Settlement =
  | { move: 'pay'; reference: string; note: string | null }
  | { move: 'waive'; reasonCode: FeeReason; note: string }
  | { move: 'cancel'; reasonCode: FeeReason; note: string | null };

/** A registrar records a payment, waives a fee or cancels an invoice. Of two at once one settles it, the other is told. */
@Injectable()
export class SettleInvoice {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError not_found for another body's invoice; certification.invoice_settled; certification.own_application */
  async execute(
    tx: Tx,
    { invoiceId, settlement }: { invoiceId: string; settlement: Settlement },
  ): Promise<{ invoiceId: string; state: InvoiceState }> {
    const found = await this.invoices.findFor(tx, organizationsOf(tx.actor, 'registrar'), invoiceId);
    if (!found) throw notFound('this invoice');
    const actorPersonId = personIdOf(tx.actor);
    if (found.personId === actorPersonId) throw ownApplication();
    const invoice = await this.invoices.lock(tx, invoiceId);
    const { move, note } = settlement;
    const state = invoiceAfter(invoice.state, move);
    if (!state) throw invoiceSettled(invoice.state);
    const { bodyId, personId } = invoice;
    const id = this.ids.next();
    await this.invoices.addEvent(tx, {
      id,
      invoiceId,
      bodyId,
      personId,
      move,
      fromState: invoice.state,
      toState: state,
      actorPersonId,
      reference: settlement.move === 'pay' ? settlement.reference.trim() : null,
      reasonCode: settlement.move === 'pay' ? null : settlement.reasonCode,
      note: note?.trim() || null,
      recordedAt: tx.now,
    });
    await this.audit.record(tx, {
      action: `certification.invoice.${state}`,
      subject: { kind: 'invoice', id: invoiceId },
      bodyId,
      personId,
      details: { event: id, ...(settlement.move === 'pay' ? {} : { reason: settlement.reasonCode }) },
    });
    return { invoiceId, state };
  }
}
