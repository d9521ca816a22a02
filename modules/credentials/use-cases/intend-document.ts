import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { seal, type DocumentPayload } from '../domain/document-payload.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';
import { IssuanceRepository } from '../persistence/issuance.repository.js';
import { PinTemplate } from './pin-template.js';

/** The outbox kind of the job that makes documents. */
export const PRODUCE_CERTIFICATE = 'credentials.produce-certificate';

interface Intent {
  eventId: string;
  edition: number;
  payload: DocumentPayload;
  /** The rules that the document states. */
  schemeVersionId: string;
}

/** Writes down what a document will say, and asks for it to be made after the commit. Nothing is made before. */
@Injectable()
export class IntendDocument {
  constructor(
    private readonly issuances: IssuanceRepository,
    private readonly template: PinTemplate,
    private readonly outbox: Outbox,
    private readonly ids: Ids,
  ) {}

  async execute(tx: Tx, credential: CredentialEntity, intent: Intent): Promise<string> {
    const { eventId, edition, payload, schemeVersionId } = intent;
    const { text, hash } = seal(payload);
    const id = this.ids.next();
    await this.issuances.insert(tx, {
      id,
      credentialId: credential.id,
      eventId,
      bodyId: credential.bodyId,
      personId: credential.personId,
      number: credential.number,
      edition,
      schemeVersionId,
      templateId: await this.template.execute(tx),
      payload: text,
      payloadHash: hash,
      state: 'pending',
      heldReason: null,
      heldCharacters: null,
      heldAt: null,
      documentSha256: null,
      documentSize: null,
      storedAt: null,
      createdAt: tx.now,
    });
    await this.outbox.add(tx, { kind: PRODUCE_CERTIFICATE, payload: { issuanceId: id }, orderKey: credential.id });
    return id;
  }
}
