import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { EntryContent } from '../domain/entry.js';
import { ChangeEntry } from './change-entry.js';
import { CorrectEntry } from './correct-entry.js';
import { RecordEntry } from './record-entry.js';

type Written = Promise<{ entryId: string }>;

/** What a person can do to their entries, in one place for pages and JSON. */
@Injectable()
export class WriteEntries {
  constructor(
    private readonly recordEntry: RecordEntry,
    private readonly changeEntry: ChangeEntry,
    private readonly correctEntry: CorrectEntry,
  ) {}

  record(tx: Tx, content: EntryContent): Written {
    return this.recordEntry.execute(tx, content);
  }

  change(tx: Tx, entryId: string, content: EntryContent): Written {
    return this.changeEntry.change(tx, entryId, content);
  }

  remove(tx: Tx, entryId: string): Written {
    return this.changeEntry.remove(tx, entryId);
  }

  /** @param entryId the signed entry whose place the new one takes */
  correct(tx: Tx, entryId: string, content: EntryContent): Written {
    return this.correctEntry.execute(tx, entryId, content);
  }
}
