import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** What somebody does: instruct, write or review what is taught, or have trained somebody. */
type Apart = 'instructs' | 'writes' | 'trained';

/** Who teaches, and who works in a bank: the database's own functions, which hold memberships apart too. */
@Injectable()
export class ApartRepository {
  /** What keeps a person from the items of a body; null where nothing does. */
  async teaches(tx: Tx, personId: string, bodyId: string): Promise<Apart | null> {
    const [row]: [{ why: Apart | null }] = await tx.manager.query('select teaches_somebody($1, $2, $3) as why', [
      personId,
      bodyId,
      tx.now.toString(),
    ]);
    return row.why;
  }

  /** Whether a person works in some body's bank, or did within the months for which that body keeps people apart. */
  async worksInBank(tx: Tx, personId: string): Promise<boolean> {
    const [row]: [{ works: boolean }] = await tx.manager.query('select works_in_item_bank($1, $2) as works', [
      personId,
      tx.now.toString(),
    ]);
    return row.works;
  }
}
