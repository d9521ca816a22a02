import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { readerNotPossible } from '../case-files.errors.js';
import type { ReaderReason } from '../domain/case-file-kinds.js';
import type { CaseFileEntity } from '../persistence/case-file.entity.js';
import { CaseFileReaderRepository } from '../persistence/case-file-reader.repository.js';
import { ReaderRules } from './reader-rules.js';

/** An administrator names who may read a file, with the reason, and ends it. Never themselves. */
@Injectable()
export class NameReaders {
  constructor(
    private readonly rules: ReaderRules,
    private readonly readers: CaseFileReaderRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not_found for another body's file; case_files.reader_not_possible */
  async grant(
    tx: Tx,
    { fileId, readerId, reason }: { fileId: string; readerId: string; reason: ReaderReason },
  ): Promise<{ fileId: string }> {
    const file = await this.rules.fileToAdminister(tx, fileId);
    const obstacle = await this.rules.obstacle(tx, file, readerId);
    if (obstacle) throw readerNotPossible(obstacle);
    const { bodyId } = file;
    await this.readers.grant(tx, { bodyId, fileId, readerId, reason, grantedBy: personIdOf(tx.actor) });
    await this.record(tx, file, { action: 'case-files.reader.named', readerId, reason });
    return { fileId };
  }

  /** @throws DomainError not_found */
  async end(tx: Tx, { fileId, readerId }: { fileId: string; readerId: string }): Promise<{ fileId: string }> {
    const file = await this.rules.fileToAdminister(tx, fileId);
    if (!(await this.readers.end(tx, { fileId, readerId, endedBy: personIdOf(tx.actor) }))) {
      throw notFound('this reader');
    }
    await this.record(tx, file, { action: 'case-files.reader.ended', readerId });
    return { fileId };
  }

  private async record(
    tx: Tx,
    { id, bodyId, personId }: CaseFileEntity,
    { action, ...details }: { action: string; readerId: string; reason?: ReaderReason },
  ): Promise<void> {
    await this.audit.record(tx, { action, subject: { kind: 'case_file', id }, bodyId, personId, details });
  }
}
