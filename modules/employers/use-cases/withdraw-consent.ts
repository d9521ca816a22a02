import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ConsentRepository } from '../persistence/consent.repository.js';

/** A person ends what they share; the employer's next request sees nothing of it. */
@Injectable()
export class WithdrawConsent {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not_found for another person's consent, or one that has ended */
  async execute(tx: Tx, { consentId }: { consentId: string }): Promise<{ id: string }> {
    const personId = personIdOf(tx.actor);
    const consent = await this.consents.withdraw(tx, personId, consentId);
    if (!consent) throw notFound('this permission');
    const { id, organizationId } = consent;
    const subject = { kind: 'sharing-consent', id };
    await this.audit.record(tx, {
      action: 'employers.consent.withdrawn',
      subject,
      personId,
      details: { organizationId },
    });
    return { id };
  }
}
