import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { disposedOf } from '../case-files.errors.js';
import { unpackDocument, type SealedDocument } from '../domain/sealed-document.js';
import { KeyRing, unseal } from '../../../src/platform/sealing/sealing.js';
import type { CaseFileEntity } from '../persistence/case-file.entity.js';
import { CaseFileRepository } from '../persistence/case-file.repository.js';
import { documentOwner } from './add-document.js';
import { ReaderRules } from './reader-rules.js';

export type ReadDocument = SealedDocument & { id: string; addedAt: Temporal.Instant };

/**
 * Opens a file for a named reader. The reading is on record in the same transaction: there is no way to the words that
 * leaves no trace, and none in a read-only transaction.
 */
@Injectable()
export class ReadFile {
  constructor(
    private readonly files: CaseFileRepository,
    private readonly readers: ReaderRules,
    private readonly ring: KeyRing,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError not_found for everybody who is no reader of it; case_files.disposed_of */
  async documents(tx: Tx, fileId: string): Promise<ReadDocument[]> {
    const file = await this.readers.fileToRead(tx, fileId);
    const documents = await this.open(tx, file);
    await this.log(tx, file, null);
    return documents;
  }

  /** The attached file of one document. @throws DomainError as {@link documents} */
  async attachment(tx: Tx, fileId: string, documentId: string): Promise<NonNullable<SealedDocument['attachment']>> {
    const file = await this.readers.fileToRead(tx, fileId);
    const document = (await this.open(tx, file)).find(({ id }) => id === documentId);
    if (!document?.attachment) throw notFound('this document');
    await this.log(tx, file, documentId);
    return document.attachment;
  }

  private async open(tx: Tx, { id, keyId, wrappedKey }: CaseFileEntity): Promise<ReadDocument[]> {
    if (!keyId || !wrappedKey) throw disposedOf();
    const key = this.ring.unwrap({ keyId, wrapped: wrappedKey }, id);
    return (await this.files.documentsOf(tx, id)).flatMap((row) => {
      if (!row.sealed) return [];
      const document = unpackDocument(unseal(key, row.sealed, documentOwner(id, row.id)));
      return [{ ...document, id: row.id, addedAt: row.addedAt }];
    });
  }

  private async log(
    tx: Tx,
    { id: fileId, bodyId, personId }: CaseFileEntity,
    documentId: string | null,
  ): Promise<void> {
    const reading = { id: this.ids.next(), bodyId, personId, fileId, documentId };
    await this.files.addReading(tx, { ...reading, readerId: personIdOf(tx.actor), readAt: tx.now });
  }
}
