import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { BodyRules } from '../../organizations/body-rules.public.js';
import { feeStillOpen } from '../certification.errors.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';

/** Whether a review may begin while the application fee is open: only the body's own setting says no. */
@Injectable()
export class ReviewFee {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly bodies: BodyRules,
  ) {}

  /** @throws DomainError certification.fee_open */
  async require(tx: Tx, { id, bodyId }: Pick<ApplicationEntity, 'id' | 'bodyId'>): Promise<void> {
    const { fee_before_review: first } = await this.bodies.settings(tx, bodyId);
    if (first === 0) return;
    const open = (await this.invoices.ofSubject(tx, id)).find(
      ({ fee, state }) => fee === 'application' && state === 'open',
    );
    if (open) throw feeStillOpen(String(open.number));
  }
}
