import { Injectable } from '@nestjs/common';
import { dateIn, isBefore } from '../../../src/kernel/dates.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CaseFileRepository } from '../persistence/case-file.repository.js';
import { FileClock } from './file-clock.js';

const BATCH = 100;

/** Disposes of files whose time is over: their key and what it opened are removed, and the row says when and by which rule. */
@Injectable()
export class DisposeFiles {
  constructor(
    private readonly files: CaseFileRepository,
    private readonly clock: FileClock,
    private readonly audit: Audit,
  ) {}

  /** @returns how many were disposed of */
  async execute(tx: Tx): Promise<number> {
    // A day ends last in the far west: nothing goes before its day is over everywhere, as the database demands it too.
    const over = dateIn('Etc/GMT+12', tx.now);
    let disposed = 0;
    for (const { id } of await this.files.keptUntilBefore(tx, over, BATCH)) {
      const file = await this.files.lock(tx, id);
      if (file.shreddedAt || !isBefore(file.keepUntil, await this.clock.today(tx, file.bodyId))) continue;
      const rule = `${file.kind}: ${file.keepMonths} months from ${file.keptFrom.toString()}`;
      await this.files.shred(tx, id, rule);
      await this.audit.record(tx, {
        action: 'case-files.file.disposed',
        subject: { kind: 'case_file', id },
        bodyId: file.bodyId,
        personId: file.personId,
        details: { rule },
      });
      disposed += 1;
    }
    return disposed;
  }
}
