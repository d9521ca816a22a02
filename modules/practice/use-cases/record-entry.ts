import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { totalMinutes, type EntryContent } from '../domain/entry.js';
import { PracticeEntryRepository } from '../persistence/practice-entry.repository.js';
import { EntryRules } from './entry-rules.js';

/** Adds time to a person's record, to be signed later. */
@Injectable()
export class RecordEntry {
  constructor(
    private readonly entries: PracticeEntryRepository,
    private readonly rules: EntryRules,
    private readonly ids: Ids,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError for a date in the future, over 24 hours a day, an overlap, the person's own address */
  async execute(tx: Tx, content: EntryContent): Promise<{ entryId: string }> {
    const personId = personIdOf(tx.actor);
    await this.rules.require(tx, personId, content);
    const id = this.ids.next();
    await this.entries.insert(tx, { ...content, id, personId, corrects: null });
    await this.audit.record(tx, {
      action: 'practice.entry.recorded',
      subject: { kind: 'practice_entry', id },
      personId,
      details: { kind: content.kind, minutes: totalMinutes(content.domains) },
    });
    return { entryId: id };
  }
}
