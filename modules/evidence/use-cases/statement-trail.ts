import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { Statement, StatementWording } from '../domain/statement.js';

/** The audit row of a statement; its text is kept by `SignText`, what it says by the fact. */
@Injectable()
export class StatementTrail {
  constructor(
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @returns the id of the act, the source of its fact */
  async write(
    tx: Tx,
    { code, kind }: Statement,
    read: StatementWording,
    { bodyId, personId }: { bodyId: string; personId: string },
  ): Promise<string> {
    const id = this.ids.next();
    await this.audit.record(tx, {
      action: 'evidence.statement.made',
      subject: { kind: 'statement', id },
      bodyId,
      personId,
      details: { code, kind, text: read.version, language: read.language },
    });
    return id;
  }
}
