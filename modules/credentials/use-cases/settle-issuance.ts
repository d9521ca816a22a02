import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { StoredFile } from '../../../src/platform/storage/storage.js';
import { CredentialRepository } from '../persistence/credential.repository.js';
import type { IssuanceEntity } from '../persistence/issuance.entity.js';
import { IssuanceRepository } from '../persistence/issuance.repository.js';
import { NotifyHolder } from './notify-holder.js';

/** Why a document waits for a person. */
export type HeldReason = 'unprintable' | 'template';

/** Writes down what became of a document. The credential's standing has no part in it. */
@Injectable()
export class SettleIssuance {
  constructor(
    private readonly issuances: IssuanceRepository,
    private readonly credentials: CredentialRepository,
    private readonly holder: NotifyHolder,
    private readonly audit: Audit,
  ) {}

  /** The document is safely stored: tell the holder. */
  async stored(tx: Tx, issuance: IssuanceEntity, { sha256, size }: StoredFile): Promise<void> {
    const document = { documentSha256: sha256, documentSize: size, storedAt: tx.now };
    await this.issuances.settle(tx, issuance.id, { state: 'stored', ...cleared, ...document });
    await this.note(tx, issuance, 'stored', { document: sha256 });
    const credential = await this.credentials.get(tx, issuance.credentialId);
    const line = (await this.credentials.linesOf(tx, credential.id)).find(({ id }) => id === issuance.eventId);
    if (line) await this.holder.ofDocument(tx, credential, line);
  }

  /** The document cannot be made as it is worded: staff see it at /desk/documents. */
  async held(tx: Tx, issuance: IssuanceEntity, reason: HeldReason, characters: readonly string[]): Promise<void> {
    const why = { heldReason: reason, heldCharacters: [...characters], heldAt: tx.now };
    await this.issuances.settle(tx, issuance.id, { state: 'held', ...why });
    await this.note(tx, issuance, 'held', { reason });
  }

  /** Another edition takes its place. */
  async replaced(tx: Tx, issuance: IssuanceEntity): Promise<void> {
    await this.issuances.settle(tx, issuance.id, { state: 'replaced' });
    await this.note(tx, issuance, 'replaced', {});
  }

  private async note(tx: Tx, issuance: IssuanceEntity, state: string, details: Record<string, string>): Promise<void> {
    await this.audit.record(tx, {
      action: `credentials.document.${state}`,
      subject: { kind: 'issuance', id: issuance.id },
      bodyId: issuance.bodyId,
      personId: issuance.personId,
      details: { credential: issuance.credentialId, edition: issuance.edition, ...details },
    });
  }
}

const cleared = { heldReason: null, heldCharacters: null, heldAt: null };
