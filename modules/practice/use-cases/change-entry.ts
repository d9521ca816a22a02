import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { totalMinutes, type Entry, type EntryContent } from '../domain/entry.js';
import { locked, withSupervisor } from '../practice.errors.js';
import { PracticeEntryRepository } from '../persistence/practice-entry.repository.js';
import { EntryRules } from './entry-rules.js';

/**
 * Changes or removes an entry that is not signed yet. One that is with a supervisor may change too: what they then sign
 * is no longer what they read, so their page asks them to read it again.
 */
@Injectable()
export class ChangeEntry {
  constructor(
    private readonly entries: PracticeEntryRepository,
    private readonly rules: EntryRules,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError practice.locked for a signed entry; otherwise as recording one */
  async change(tx: Tx, entryId: string, content: EntryContent): Promise<{ entryId: string }> {
    const entry = await this.unsigned(tx, entryId);
    await this.rules.require(tx, entry.personId, content);
    await this.entries.change(tx, { ...content, ...this.fixed(entry, content), id: entryId });
    await this.audit.record(tx, {
      action: 'practice.entry.changed',
      subject: { kind: 'practice_entry', id: entryId },
      personId: entry.personId,
      details: { kind: content.kind, minutes: totalMinutes(content.domains) },
    });
    return { entryId };
  }

  /** @throws DomainError practice.locked for a signed entry, practice.with_supervisor for one that was sent */
  async remove(tx: Tx, entryId: string): Promise<{ entryId: string }> {
    const entry = await this.unsigned(tx, entryId);
    if (entry.state === 'awaiting_signature') throw withSupervisor();
    await this.entries.remove(tx, entryId);
    const corrected = entry.corrects && (await this.entries.findOwn(tx, entry.personId, entry.corrects));
    if (corrected) await this.entries.setOccupies(tx, corrected, true);
    await this.audit.record(tx, {
      action: 'practice.entry.removed',
      subject: { kind: 'practice_entry', id: entryId },
      personId: entry.personId,
    });
    return { entryId };
  }

  private async unsigned(tx: Tx, entryId: string): Promise<Entry> {
    const personId = personIdOf(tx.actor);
    await this.entries.lock(tx, { personId, ids: [entryId] });
    const entry = await this.entries.findOwn(tx, personId, entryId);
    if (!entry) throw notFound('this entry');
    if (entry.factId) throw locked();
    return entry;
  }

  /** A request goes to one supervisor: while an entry is in one, who that is stays as it was sent. */
  private fixed(entry: Entry, content: EntryContent): Pick<EntryContent, 'supervisor'> {
    return { supervisor: entry.state === 'awaiting_signature' ? entry.supervisor : content.supervisor };
  }
}
