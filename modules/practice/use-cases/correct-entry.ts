import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { EntryContent } from '../domain/entry.js';
import { alreadyCorrected, notSigned } from '../practice.errors.js';
import { PracticeEntryRepository } from '../persistence/practice-entry.repository.js';
import { EntryRules } from './entry-rules.js';

/**
 * Puts a new entry in the place of a signed one. The signed one stays as it was signed, and keeps counting as evidence
 * until the correction is signed too.
 */
@Injectable()
export class CorrectEntry {
  constructor(
    private readonly entries: PracticeEntryRepository,
    private readonly rules: EntryRules,
    private readonly ids: Ids,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError practice.not_signed, practice.already_corrected; otherwise as recording an entry */
  async execute(tx: Tx, entryId: string, content: EntryContent): Promise<{ entryId: string }> {
    const personId = personIdOf(tx.actor);
    await this.entries.lock(tx, { personId, ids: [entryId] });
    const signed = await this.entries.findOwn(tx, personId, entryId);
    if (!signed) throw notFound('this entry');
    if (!signed.factId) throw notSigned();
    if (!signed.occupies) throw alreadyCorrected();
    await this.rules.require(tx, personId, content);
    await this.entries.setOccupies(tx, signed, false);
    const id = this.ids.next();
    await this.entries.insert(tx, { ...content, id, personId, corrects: signed.id });
    await this.audit.record(tx, {
      action: 'practice.entry.correction_recorded',
      subject: { kind: 'practice_entry', id },
      personId,
      details: { corrects: signed.id },
    });
    return { entryId: id };
  }
}
