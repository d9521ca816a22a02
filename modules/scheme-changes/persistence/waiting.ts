import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** Drafts of new rules that are not settled. */
@Injectable()
export class WaitingDrafts {
  /** How many wait for somebody else than who wrote them: the one who asks may be that second person. */
  async at(tx: Tx, bodyIds: readonly string[], personId: string): Promise<number> {
    const [row]: [{ count: number }] = await tx.manager.query(
      `select count(*)::int as count from scheme_draft where body_id = any($1) and state = 'draft' and drafted_by <> $2`,
      [bodyIds, personId],
    );
    return row.count;
  }
}
