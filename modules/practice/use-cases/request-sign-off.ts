import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Entry } from '../domain/entry.js';
import { differentSupervisors, notAllSignable, nothingToSign } from '../practice.errors.js';
import { PracticeEntryRepository } from '../persistence/practice-entry.repository.js';
import { PracticeSignOffRepository } from '../persistence/practice-sign-off.repository.js';
import { EntryRules } from './entry-rules.js';
import { SignOffDelivery } from './sign-off-delivery.js';

/** Bundles entries of one supervisor and asks them, by a mailed link, to sign. */
@Injectable()
export class RequestSignOff {
  constructor(
    private readonly entries: PracticeEntryRepository,
    private readonly signOffs: PracticeSignOffRepository,
    private readonly rules: EntryRules,
    private readonly delivery: SignOffDelivery,
  ) {}

  /** @throws DomainError not_found where one of them is not the person's; when nothing is chosen, something is signed or sent already, or supervisors differ */
  async execute(tx: Tx, { entryIds }: { entryIds: readonly string[] }): Promise<{ signOffId: string }> {
    const personId = personIdOf(tx.actor);
    const ids = [...new Set(entryIds)];
    if (ids.length === 0) throw nothingToSign();
    await this.entries.lock(tx, { personId, ids });
    const entries = await this.entries.ofPerson(tx, personId, ids);
    const isFree = ({ state }: Entry) => state === 'recorded' || state === 'returned';
    if (entries.length !== ids.length) throw notFound('one of these entries');
    if (!entries.every(isFree)) throw notAllSignable();
    const [first] = entries as [Entry];
    const key = (entry: Entry) => entry.supervisor.email.trim().toLowerCase();
    if (entries.some((entry) => key(entry) !== key(first))) throw differentSupervisors();
    await this.rules.requireOther(tx, personId, first.supervisor.email);

    const signOffId = await this.signOffs.insert(tx, { personId, ...supervisorOf(first) });
    await this.entries.setState(tx, ids, 'awaiting_signature', signOffId);
    await this.delivery.send(tx, signOffId, 'practice.sign_off.requested');
    return { signOffId };
  }
}

function supervisorOf({ supervisor }: Entry) {
  return { supervisorName: supervisor.name, supervisorEmail: supervisor.email };
}
