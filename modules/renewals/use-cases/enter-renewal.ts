import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { FIRST_STATE } from '../domain/renewal-state.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';
import { alreadySent } from '../renewals.errors.js';
import { ReceiveRenewal } from './receive-renewal.js';
import type { RenewalCase } from './renewal-rules.js';

/** Writes down a renewal that may be sent, tells the holder that it is here, and asks its fee. */
@Injectable()
export class EnterRenewal {
  constructor(
    private readonly renewals: RenewalRepository,
    private readonly receive: ReceiveRenewal,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError renewals.already_sent for a term whose renewal was sent before, in another tab for example */
  async execute(tx: Tx, { credential, window, version, today }: RenewalCase): Promise<RenewalEntity> {
    const { bodyId, personId, credentialId, number, title, schemeVersionId } = credential;
    const renewal: RenewalEntity = {
      id: this.ids.next(),
      bodyId,
      personId,
      credentialId,
      number,
      title,
      schemeVersionId,
      termEndsOn: credential.expiresOn,
      submittedOn: today,
      submittedAt: tx.now,
      late: window.state !== 'open',
      state: FIRST_STATE,
      confirmedBy: null,
      confirmedAt: null,
      newExpiresOn: null,
    };
    if (!(await this.renewals.insertOnce(tx, renewal))) throw alreadySent();
    const subject = { kind: 'renewal', id: renewal.id };
    await this.audit.record(tx, { action: 'renewals.renewal.submitted', subject, bodyId, personId });
    await this.receive.execute(tx, renewal, { window, version });
    return renewal;
  }
}
