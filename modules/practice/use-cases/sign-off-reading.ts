import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import type { Entry } from '../domain/entry.js';
import { contentHash, signOffContent, type SignedEntry, type SignOffContent } from '../domain/sign-off-content.js';
import { PracticeEntryRepository } from '../persistence/practice-entry.repository.js';
import type { PracticeSignOffEntity } from '../persistence/practice-sign-off.entity.js';

export interface OpenContent {
  entries: Entry[];
  content: SignOffContent;
  /** SHA-256 of the content: what the page shows, what the code is bound to, what is signed. */
  hash: string;
}

/** What a supervisor is asked to sign, as it is now. */
@Injectable()
export class SignOffReading {
  constructor(
    private readonly entries: PracticeEntryRepository,
    private readonly people: People,
  ) {}

  async contentOf(tx: Tx, request: PracticeSignOffEntity): Promise<OpenContent> {
    const entries = await this.entries.ofSignOff(tx, request.id);
    const { number, displayName } = await this.people.get(tx, request.personId);
    const content = signOffContent({
      person: { number, name: displayName },
      supervisor: { name: request.supervisorName, email: request.supervisorEmail },
      entries: entries.map(signedEntry),
    });
    return { entries, content, hash: contentHash(content) };
  }

  /** The same, with the entries held: nothing of it can change until the transaction ends. */
  async heldContentOf(tx: Tx, request: PracticeSignOffEntity): Promise<OpenContent> {
    await this.entries.lock(tx, { signOffId: request.id });
    return this.contentOf(tx, request);
  }
}

function signedEntry(entry: Entry): SignedEntry {
  const { id, kind, domains, minutes, method, setting, activity, corrects } = entry;
  return {
    id,
    kind,
    workedOn: entry.workedOn.toString(),
    startsAt: entry.startsAt?.toString({ smallestUnit: 'minute' }) ?? null,
    domains,
    minutes,
    method,
    setting,
    activity,
    corrects,
  };
}
