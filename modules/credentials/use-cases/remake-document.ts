import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { documentNotHeld } from '../credentials.errors.js';
import { open } from '../domain/document-payload.js';
import { CredentialRepository } from '../persistence/credential.repository.js';
import { IssuanceRepository } from '../persistence/issuance.repository.js';
import { IntendDocument } from './intend-document.js';
import { SettleIssuance } from './settle-issuance.js';

/**
 * A registrar has a held document made anew, as agreed with the holder how the name is printed. The held edition stays on
 * record; the register, and the name it shows, are not touched.
 */
@Injectable()
export class RemakeDocument {
  constructor(
    private readonly issuances: IssuanceRepository,
    private readonly credentials: CredentialRepository,
    private readonly settle: SettleIssuance,
    private readonly intend: IntendDocument,
  ) {}

  /** @throws DomainError not_found for another body's document, credentials.document_not_held */
  async execute(tx: Tx, input: { issuanceId: string; printedName: string }): Promise<{ issuanceId: string }> {
    const found = await this.issuances.findFor(tx, organizationsOf(tx.actor, 'registrar'), input.issuanceId);
    if (!found) throw notFound('this document');
    const name = input.printedName.trim();
    if (name === '') throw unacceptable([{ field: 'printedName', message: 'Enter the name as it is to be printed' }]);
    const issuance = await this.issuances.lock(tx, found.id);
    if (issuance.state !== 'held') throw documentNotHeld();
    await this.settle.replaced(tx, issuance);
    const payload = open({ text: issuance.payload, hash: issuance.payloadHash });
    const credential = await this.credentials.get(tx, issuance.credentialId);
    const issuanceId = await this.intend.execute(tx, credential, {
      eventId: issuance.eventId,
      edition: issuance.edition + 1,
      schemeVersionId: issuance.schemeVersionId,
      payload: { ...payload, data: { ...payload.data, holder: { name } } },
    });
    return { issuanceId };
  }
}
