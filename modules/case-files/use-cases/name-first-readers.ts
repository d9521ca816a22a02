import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { firstReaders, type CaseFileKind } from '../domain/case-file-kinds.js';
import { CaseFileReaderRepository } from '../persistence/case-file-reader.repository.js';

/** Names the first readers of a file that was just opened: who holds the role whose work it is, and does not decide. */
@Injectable()
export class NameFirstReaders {
  constructor(
    private readonly organizations: Organizations,
    private readonly readers: CaseFileReaderRepository,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, file: { id: string; bodyId: string; personId: string; kind: CaseFileKind }): Promise<void> {
    const { id: fileId, bodyId, personId, kind } = file;
    const first = firstReaders(kind);
    if (!first) return;
    const apart = new Set([personId, ...(await this.organizations.staffOf(tx, bodyId, 'decider'))]);
    const staff = await this.organizations.staffOf(tx, bodyId, first.role);
    for (const readerId of new Set(staff.filter((id) => !apart.has(id)))) {
      await this.readers.grant(tx, { bodyId, fileId, readerId, reason: first.reason, grantedBy: null });
      await this.audit.record(tx, {
        action: 'case-files.reader.named',
        subject: { kind: 'case_file', id: fileId },
        bodyId,
        personId,
        details: { readerId, reason: first.reason, byRole: first.role },
      });
    }
  }
}
