import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { KeyRing, seal } from '../../../src/platform/sealing/sealing.js';
import { disposedOf, emptyDocument } from '../case-files.errors.js';
import { packDocument } from '../domain/sealed-document.js';
import { CaseFileRepository } from '../persistence/case-file.repository.js';
import { checkAttachment, type Upload } from './check-attachment.js';
import { FileClock } from './file-clock.js';

export interface NewDocument {
  /** What it is, in a few words; sealed with the rest. */
  title: string;
  /** Who wrote it, by name; sealed with the rest. */
  from: string;
  /** Words, a file, or both. */
  text: string | null;
  attachment?: Upload | undefined;
}

/** Seals a document into a file; the file's clock starts anew with it. */
@Injectable()
export class AddDocument {
  constructor(
    private readonly files: CaseFileRepository,
    private readonly ring: KeyRing,
    private readonly clock: FileClock,
    private readonly ids: Ids,
  ) {}

  /**
   * @throws DomainError case_files.empty_document without words and file
   * @throws DomainError input.needs_attention for an attachment that is no PDF, JPEG or PNG
   * @throws DomainError case_files.disposed_of
   */
  async execute(tx: Tx, fileId: string, document: NewDocument): Promise<{ documentId: string }> {
    const text = document.text?.trim() || null;
    const attachment = document.attachment ? await checkAttachment(document.attachment) : null;
    if (!text && !attachment) throw emptyDocument();
    const file = await this.files.lock(tx, fileId);
    if (!file.keyId || !file.wrappedKey) throw disposedOf();
    const id = this.ids.next();
    const key = this.ring.unwrap({ keyId: file.keyId, wrapped: file.wrappedKey }, fileId);
    const packed = packDocument({ title: document.title, from: document.from, text, attachment });
    const sealed = seal(key, packed, documentOwner(fileId, id));
    await this.files.addDocument(tx, { id, bodyId: file.bodyId, fileId, sealed, addedAt: tx.now });
    await this.files.setClock(tx, fileId, await this.clock.of(tx, file.bodyId, file.kind));
    return { documentId: id };
  }
}

/** What binds sealed bytes to their own row. */
export function documentOwner(fileId: string, documentId: string): string {
  return `${fileId}:${documentId}`;
}
