import { Injectable } from '@nestjs/common';
import { In, IsNull, QueryFailedError } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { readerNotPossible } from '../case-files.errors.js';
import { CaseFileReaderEntity } from './case-file.entity.js';

/** Who may read which file. */
@Injectable()
export class CaseFileReaderRepository {
  constructor(private readonly ids: Ids) {}

  async isReader(tx: Tx, fileId: string, readerId: string): Promise<boolean> {
    return tx.manager.existsBy(CaseFileReaderEntity, { fileId, readerId, endedAt: IsNull() });
  }

  /** The files that somebody may read now. */
  async filesOf(tx: Tx, readerId: string): Promise<string[]> {
    const grants = await tx.manager.findBy(CaseFileReaderEntity, { readerId, endedAt: IsNull() });
    return grants.map(({ fileId }) => fileId);
  }

  /** Everybody who may read these files or could once, first named first. */
  async of(tx: Tx, fileIds: readonly string[]): Promise<CaseFileReaderEntity[]> {
    const where = { fileId: In([...fileIds]) };
    return tx.manager.find(CaseFileReaderEntity, { where, order: { grantedAt: 'asc', id: 'asc' } });
  }

  /**
   * Harmless when the person is a reader already.
   * @throws DomainError case_files.reader_not_possible for a decider, and for the person whom the file concerns
   */
  async grant(
    tx: Tx,
    grant: Pick<CaseFileReaderEntity, 'bodyId' | 'fileId' | 'readerId' | 'reason' | 'grantedBy'>,
  ): Promise<void> {
    const values = { ...grant, id: this.ids.next(), grantedAt: tx.now, endedAt: null, endedBy: null };
    try {
      await tx.manager.createQueryBuilder().insert().into(CaseFileReaderEntity).values(values).orIgnore().execute();
    } catch (error) {
      const { constraint } = (error instanceof QueryFailedError ? error.driverError : {}) as { constraint?: string };
      if (constraint === 'case_file_reader_no_decider') throw readerNotPossible('decider');
      if (constraint === 'case_file_reader_not_concerned') throw readerNotPossible('concerned');
      throw error;
    }
  }

  /** @returns false when the person is no reader (any more) */
  async end(tx: Tx, grant: { fileId: string; readerId: string; endedBy: string }): Promise<boolean> {
    const { fileId, readerId, endedBy } = grant;
    const now = { endedAt: tx.now, endedBy };
    const { affected } = await tx.manager.update(CaseFileReaderEntity, { fileId, readerId, endedAt: IsNull() }, now);
    return (affected ?? 0) > 0;
  }
}
