import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Entry } from '../domain/entry.js';
import { DOMAINS } from '../domain/lists.js';
import { totalsOf, type Totals } from '../domain/totals.js';
import { PracticeEntryRepository } from '../persistence/practice-entry.repository.js';
import type { SignOffState } from '../persistence/practice-sign-off.entity.js';
import { PracticeSignOffRepository } from '../persistence/practice-sign-off.repository.js';

/** A request as the one who sent it sees it. */
export interface SignOffReadout {
  id: string;
  supervisor: { name: string; email: string };
  state: SignOffState;
  createdAt: Temporal.Instant;
  closedAt: Temporal.Instant | null;
  /** Until when the newest link works; null once the request is answered or taken back. */
  linkUntil: Temporal.Instant | null;
  linkExpired: boolean;
  notes: string | null;
  signature: { name: string; method: string; contentHash: string; credentialNumber: string | null } | null;
}

export interface PracticeOverview {
  entries: Entry[];
  totals: Totals;
  signOffs: SignOffReadout[];
}

/** A person's own practice: entries, sums, requests. */
@Injectable()
export class ReadPractice {
  constructor(
    private readonly entries: PracticeEntryRepository,
    private readonly signOffs: PracticeSignOffRepository,
  ) {}

  async overview(tx: Tx): Promise<PracticeOverview> {
    const personId = personIdOf(tx.actor);
    const entries = await this.entries.ofPerson(tx, personId);
    const requests = await this.signOffs.ofPerson(tx, personId);
    const signOffs: SignOffReadout[] = [];
    for (const { id } of requests) signOffs.push((await this.readout(tx, personId, id)) as SignOffReadout);
    const domains = DOMAINS.map((domain) => domain.value);
    return { entries, totals: totalsOf(entries, domains), signOffs };
  }

  /** @throws DomainError not_found for an entry that is not the person's */
  async entry(tx: Tx, id: string): Promise<{ entry: Entry; correctedBy: string | null; corrects: Entry | null }> {
    const all = await this.entries.ofPerson(tx, personIdOf(tx.actor));
    const entry = all.find((one) => one.id === id);
    if (!entry) throw notFound('this entry');
    return {
      entry,
      correctedBy: all.find((one) => one.corrects === id)?.id ?? null,
      corrects: all.find((one) => one.id === entry.corrects) ?? null,
    };
  }

  /** @throws DomainError not_found for a request that is not the person's */
  async signOff(tx: Tx, id: string): Promise<{ signOff: SignOffReadout; entries: Entry[] }> {
    const signOff = await this.readout(tx, personIdOf(tx.actor), id);
    if (!signOff) throw notFound('this request');
    return { signOff, entries: await this.entries.ofSignOff(tx, id) };
  }

  private async readout(tx: Tx, personId: string, id: string): Promise<SignOffReadout | null> {
    const request = await this.signOffs.findOwn(tx, personId, id);
    if (!request) return null;
    const link = request.state === 'open' ? await this.signOffs.liveLink(tx, id) : null;
    return {
      id,
      supervisor: { name: request.supervisorName, email: request.supervisorEmail },
      state: request.state,
      createdAt: request.createdAt,
      closedAt: request.closedAt,
      linkUntil: link?.expiresAt ?? null,
      linkExpired: link !== null && Temporal.Instant.compare(tx.now, link.expiresAt) >= 0,
      notes: request.notes,
      signature:
        request.signedName === null
          ? null
          : {
              name: request.signedName,
              method: request.signedMethod ?? '',
              contentHash: request.contentHash ?? '',
              credentialNumber: request.signedCredentialNumber,
            },
    };
  }
}
