import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { BodyRules } from '../../organizations/body-rules.public.js';
import { conflictOfInterest, feeStillOpen } from '../certification.errors.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';
import { CheckDecider } from './check-decider.js';

/** Whether the acting person may review an application, and whether its review may begin. */
@Injectable()
export class MayReview {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly bodies: BodyRules,
    private readonly reviewer: CheckDecider,
  ) {}

  /** @throws DomainError certification.conflict.* naming the rule that keeps this person from it */
  async requireApart(tx: Tx, application: ApplicationEntity): Promise<void> {
    const found = await this.reviewer.execute(tx, application, 'review');
    if (found.length > 0) throw conflictOfInterest(found);
  }

  /** An open application fee holds a review up only where the body set it so. @throws DomainError certification.fee_open */
  async requireFee(tx: Tx, { id, bodyId }: Pick<ApplicationEntity, 'id' | 'bodyId'>): Promise<void> {
    const { fee_before_review: first } = await this.bodies.settings(tx, bodyId);
    if (first === 0) return;
    const open = (await this.invoices.ofSubject(tx, id)).find(
      ({ fee, state }) => fee === 'application' && state === 'open',
    );
    if (open) throw feeStillOpen(String(open.number));
  }
}
