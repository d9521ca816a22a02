import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CredentialRepository } from '../persistence/credential.repository.js';
import type { ExtensionRequestEntity } from '../persistence/extension-request.entity.js';
import { FindNextExtension } from './find-next-extension.js';
import { NotifyHolder } from './notify-holder.js';
import { OpenTerm } from './open-term.js';

/** Enters a granted extension into the register, with a new certificate; tells the holder of one that was not granted. */
@Injectable()
export class EnterExtension {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly next: FindNextExtension,
    private readonly openTerm: OpenTerm,
    private readonly holder: NotifyHolder,
  ) {}

  /** @throws DomainError credentials.no_extension, credentials.extension_too_late */
  async granted(
    tx: Tx,
    { credentialId }: ExtensionRequestEntity,
    { decidedBy, answer }: { decidedBy: string; answer: string | null },
  ): Promise<{ eventId: string; expiresOn: string; number: number }> {
    const credential = await this.credentials.get(tx, credentialId);
    await this.credentials.lockState(tx, credentialId);
    const { stage, number, isDiscretionary, opened, schemeVersionId, today } = await this.next.execute(tx, credential);
    const line = await this.openTerm.execute(tx, credential, {
      kind: 'extended',
      ...opened,
      stage,
      decidedOn: today,
      decidedBy,
      reason: isDiscretionary ? 'at_discretion' : 'on_request',
      explanation: answer,
      schemeVersionId,
      extensionNumber: number,
    });
    return { eventId: line.id, expiresOn: opened.term.expiresOn.toString(), number };
  }

  async declined(tx: Tx, { id, credentialId }: ExtensionRequestEntity, note: string): Promise<void> {
    await this.holder.ofDeclinedExtension(tx, await this.credentials.get(tx, credentialId), { requestId: id, note });
  }
}
