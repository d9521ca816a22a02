import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Register, type PublicEntry } from '../../credentials/credentials.public.js';
import type { RosterEntryEntity } from '../persistence/roster.entity.js';

export interface KnownEntry {
  entry: RosterEntryEntity;
  /** Null where the entry has no credential, or nothing of it is public yet. */
  found: PublicEntry | null;
}

/** Puts what the public may know beside entries of a roster, in their order. */
@Injectable()
export class FindStandings {
  constructor(private readonly register: Register) {}

  async execute(tx: Tx, entries: readonly RosterEntryEntity[]): Promise<KnownEntry[]> {
    const numbers = entries.flatMap(({ number, credentialId }) => (number && credentialId ? [number] : []));
    const found = new Map((await this.register.publicly(tx, numbers)).map((one) => [one.credentialId, one]));
    return entries.map((entry) => ({ entry, found: found.get(entry.credentialId ?? '') ?? null }));
  }
}
