import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { Statement } from '../domain/statement.js';
import { StatementTextRepository } from '../persistence/statement-text.repository.js';

/** What is kept with a statement besides the fact: the text word for word, and the audit row. */
@Injectable()
export class StatementTrail {
  constructor(
    private readonly texts: StatementTextRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @returns the id of the act, the source of its fact */
  async write(
    tx: Tx,
    statement: Statement,
    { bodyId, personId }: { bodyId: string; personId: string },
  ): Promise<string> {
    await this.texts.keep(tx, statement);
    const id = this.ids.next();
    await this.audit.record(tx, {
      action: 'evidence.statement.made',
      subject: { kind: 'statement', id },
      bodyId,
      personId,
      details: { code: statement.code, kind: statement.kind, text: statement.version },
    });
    return id;
  }
}
