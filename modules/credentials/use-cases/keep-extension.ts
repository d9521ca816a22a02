import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { extensionAsked } from '../credentials.errors.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';
import type { ExtensionRequestEntity } from '../persistence/extension-request.entity.js';
import { ExtensionRequestRepository } from '../persistence/extension-request.repository.js';
import type { NextExtension } from './find-next-extension.js';

export interface ExtensionAnswer {
  decidedBy: string;
  answer: string | null;
  /** The line of the register, for a granted one. */
  eventId: string | null;
}

/** Writes requests for an extension and their answers down, with the audit's row. */
@Injectable()
export class KeepExtension {
  constructor(
    private readonly requests: ExtensionRequestRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError credentials.extension_asked where one waits already */
  async asked(
    tx: Tx,
    { id: credentialId, bodyId, personId }: CredentialEntity,
    { next, note }: { next: NextExtension; note: string },
  ): Promise<string> {
    const request: ExtensionRequestEntity = {
      id: this.ids.next(),
      bodyId,
      personId,
      credentialId,
      stage: next.stage,
      extensionNumber: next.number,
      discretionary: next.isDiscretionary,
      note,
      state: 'asked',
      createdAt: tx.now,
      decidedBy: null,
      decidedAt: null,
      answer: null,
      eventId: null,
    };
    if (!(await this.requests.insertOnce(tx, request))) throw extensionAsked();
    await this.note(tx, request, 'asked');
    return request.id;
  }

  async answered(tx: Tx, request: ExtensionRequestEntity, answer: ExtensionAnswer): Promise<void> {
    const state = answer.eventId === null ? 'declined' : 'granted';
    await this.requests.settle(tx, request.id, { state, ...answer, decidedAt: tx.now });
    await this.note(tx, request, state);
  }

  private async note(
    tx: Tx,
    { id, bodyId, personId, ...request }: ExtensionRequestEntity,
    what: string,
  ): Promise<void> {
    await this.audit.record(tx, {
      action: `credentials.extension.${what}`,
      subject: { kind: 'extension_request', id },
      bodyId,
      personId,
      details: { credential: request.credentialId, stage: request.stage, number: request.extensionNumber },
    });
  }
}
