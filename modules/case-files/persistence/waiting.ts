import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** Sealed files, by those who have something to do with them; what is in them is not touched. */
@Injectable()
export class WaitingCaseFiles {
  /** How many files about a person there are that were not disposed of. */
  of(tx: Tx, personId: string): Promise<number> {
    return count(tx, `from case_file where person_id = $1 and shredded_at is null`, [personId]);
  }

  /** How many files of these bodies a person was named as a reader of and has not opened. */
  at(tx: Tx, bodyIds: readonly string[], personId: string): Promise<number> {
    return count(
      tx,
      `from case_file_reader r join case_file f on f.id = r.file_id
       where r.reader_id = $2 and r.ended_at is null and f.body_id = any($1) and f.shredded_at is null and not exists (
         select from case_file_reading seen where seen.reader_id = $2 and seen.file_id = r.file_id)`,
      [bodyIds, personId],
    );
  }
}

async function count(tx: Tx, from: string, values: unknown[]): Promise<number> {
  const [row]: [{ count: number }] = await tx.manager.query(`select count(*)::int as count ${from}`, values);
  return row.count;
}
