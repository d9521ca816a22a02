import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Statement } from '../domain/statement.js';

@Injectable()
export class StatementTextRepository {
  /** Keeps the text word for word; harmless when it is kept already. */
  async keep(tx: Tx, { version, code, language, text }: Statement): Promise<void> {
    await tx.manager.query(
      `insert into statement_text (version, code, language, text, created_at) values ($1, $2, $3, $4, $5)
       on conflict (version) do nothing`,
      [version, code, language, text, tx.now.toString()],
    );
  }
}
