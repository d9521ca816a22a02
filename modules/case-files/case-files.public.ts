import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../src/kernel/actor.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { CaseFileKind, ReaderReason } from './domain/case-file-kinds.js';
import { CaseFileRepository } from './persistence/case-file.repository.js';
import { AddDocument, type NewDocument } from './use-cases/add-document.js';
import { NameReaders } from './use-cases/name-readers.js';
import { OpenFile, type NewFile } from './use-cases/open-file.js';
import { ReadFile, type ReadDocument } from './use-cases/read-file.js';
import { ReaderRules } from './use-cases/reader-rules.js';

export type { CaseFileKind } from './domain/case-file-kinds.js';
export type { NewDocument } from './use-cases/add-document.js';
export type { NewFile } from './use-cases/open-file.js';

/** The reading side of the door. */
@Injectable()
export class SealedReading {
  constructor(
    readonly files: CaseFileRepository,
    readonly rules: ReaderRules,
    readonly read: ReadFile,
    readonly readers: NameReaders,
  ) {}
}

/** Where every module puts words that a body must hold and few may read. */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly openFile: OpenFile,
    private readonly addDocument: AddDocument,
    private readonly sealed: SealedReading,
  ) {}

  /** The file of a case; opened where there is none. Whoever acts needs no right: a referee's link opens one, too. */
  open(tx: Tx, file: NewFile): Promise<{ fileId: string }> {
    return this.openFile.execute(tx, file);
  }

  /**
   * Seals words, a file (PDF, JPEG, PNG) or both into it; its clock starts anew. Whoever writes cannot read it back.
   * @throws DomainError case_files.empty_document, case_files.disposed_of; input.needs_attention on field `attachment`
   */
  add(tx: Tx, fileId: string, document: NewDocument): Promise<{ documentId: string }> {
    return this.addDocument.execute(tx, fileId, document);
  }

  /** All of it, for a named reader; the reading is logged. @throws DomainError not_found, case_files.disposed_of */
  read(tx: Tx, fileId: string): Promise<ReadDocument[]> {
    return this.sealed.read.documents(tx, fileId);
  }

  /** By an administrator of the body. @throws DomainError not_found, case_files.reader_not_possible */
  grantReader(tx: Tx, grant: { fileId: string; readerId: string; reason: ReaderReason }): Promise<{ fileId: string }> {
    return this.sealed.readers.grant(tx, grant);
  }

  /** The file of a case, if there is one that is not disposed of. */
  async find(
    tx: Tx,
    { bodyId, kind, subject }: { bodyId: string; kind: CaseFileKind; subject: NewFile['subject'] },
  ): Promise<{ fileId: string } | null> {
    const key = { bodyId, kind, subjectModule: subject.module, subjectId: subject.id };
    const file = await this.sealed.files.findOf(tx, key);
    return file && { fileId: file.id };
  }

  /** The person concerned got notice of the case: from now on they see that there is a file, and who read it. */
  tell(tx: Tx, { bodyId, kind, subject }: Pick<NewFile, 'bodyId' | 'kind' | 'subject'>): Promise<void> {
    return this.sealed.files.tell(tx, { bodyId, kind, subjectModule: subject.module, subjectId: subject.id });
  }

  /** Whether the acting person is a named reader of it and still may be one. */
  mayRead(tx: Tx, fileId: string): Promise<boolean> {
    return this.sealed.rules.mayRead(tx, fileId);
  }

  /** Whether the acting person has read it since a moment: before accepting what is in it, for example. */
  async hasRead(tx: Tx, fileId: string, since: Temporal.Instant): Promise<boolean> {
    const me = personIdOf(tx.actor);
    const readings = await this.sealed.files.readingsOf(tx, [fileId]);
    return readings.some(({ readerId, readAt }) => readerId === me && Temporal.Instant.compare(readAt, since) >= 0);
  }
}
