import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { isToldWhenOpened, type CaseFileKind } from '../domain/case-file-kinds.js';
import { KeyRing } from '../../../src/platform/sealing/sealing.js';
import { CaseFileRepository } from '../persistence/case-file.repository.js';
import { NameFirstReaders } from './name-first-readers.js';
import { FileClock } from './file-clock.js';

export interface NewFile {
  bodyId: string;
  /** Whom it concerns: they see that there is a file, and who read it; of a complaint once they have notice. */
  personId: string;
  kind: CaseFileKind;
  /** The row that it belongs to. One file a kind and row: opening it again gives the same. */
  subject: { module: string; id: string };
}

/** What comes with opening a file: the audit, and its first readers. */
@Injectable()
export class OpeningRecord {
  constructor(
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly firstReaders: NameFirstReaders,
  ) {}

  nextId(): string {
    return this.ids.next();
  }

  async execute(tx: Tx, file: { id: string; bodyId: string; personId: string; kind: CaseFileKind }): Promise<void> {
    await this.audit.record(tx, {
      action: 'case-files.file.opened',
      subject: { kind: 'case_file', id: file.id },
      bodyId: file.bodyId,
      personId: file.personId,
      details: { kind: file.kind },
    });
    await this.firstReaders.execute(tx, file);
  }
}

/** Opens the sealed file of a case, or finds it. */
@Injectable()
export class OpenFile {
  constructor(
    private readonly files: CaseFileRepository,
    private readonly clock: FileClock,
    private readonly ring: KeyRing,
    private readonly record: OpeningRecord,
  ) {}

  async execute(tx: Tx, { bodyId, personId, kind, subject }: NewFile): Promise<{ fileId: string }> {
    const key = { bodyId, kind, subjectModule: subject.module, subjectId: subject.id };
    const there = await this.files.findOf(tx, key);
    if (there) return { fileId: there.id };
    const id = this.record.nextId();
    const { keyId, wrapped } = this.ring.newKey(id);
    const clock = await this.clock.of(tx, bodyId, kind);
    await this.files.insertOnce(tx, {
      ...key,
      ...clock,
      id,
      personId,
      keyId,
      wrappedKey: wrapped,
      createdAt: tx.now,
      toldAt: isToldWhenOpened(kind) ? tx.now : null,
    });
    const opened = await this.files.findOf(tx, key);
    if (opened?.id === id) await this.record.execute(tx, { id, bodyId, personId, kind });
    return { fileId: opened?.id ?? id };
  }
}
