import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Language } from '../../../src/kernel/languages.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Entry } from '../domain/entry.js';
import { signedStatement } from '../domain/sign-off-content.js';
import { PracticeEntryRepository } from '../persistence/practice-entry.repository.js';
import type { PracticeSignOffEntity, SignOffState } from '../persistence/practice-sign-off.entity.js';
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
  signature: {
    name: string;
    method: string;
    contentHash: string;
    credentialNumber: string | null;
    /** The statement that they signed, word for word. */
    statement: string;
    statementLanguage: Language;
  } | null;
}

/** A person's own requests to supervisors, and what can be sent next. */
@Injectable()
export class ReadSignOffs {
  constructor(
    private readonly entries: PracticeEntryRepository,
    private readonly signOffs: PracticeSignOffRepository,
  ) {}

  /** Newest first. */
  async list(tx: Tx): Promise<SignOffReadout[]> {
    return this.readouts(tx, await this.signOffs.ofPerson(tx, personIdOf(tx.actor)));
  }

  /** Entries that can be sent: recorded, or come back. */
  async choices(tx: Tx): Promise<Entry[]> {
    return this.entries.free(tx, personIdOf(tx.actor));
  }

  /** @throws DomainError not_found for a request that is not the person's */
  async one(tx: Tx, id: string): Promise<{ signOff: SignOffReadout; entries: Entry[] }> {
    const request = await this.signOffs.findOwn(tx, personIdOf(tx.actor), id);
    const [signOff] = await this.readouts(tx, request ? [request] : []);
    if (!signOff) throw notFound('this request');
    return { signOff, entries: await this.entries.ofSignOff(tx, id) };
  }

  private async readouts(tx: Tx, requests: readonly PracticeSignOffEntity[]): Promise<SignOffReadout[]> {
    const links = await this.signOffs.liveLinks(
      tx,
      requests.map((request) => request.id),
    );
    return requests.map((request) => readout(request, links.get(request.id) ?? null, tx.now));
  }
}

/** @param linkUntil when the link that opens the page now runs out; null when none does */
function readout(
  request: PracticeSignOffEntity,
  linkUntil: Temporal.Instant | null,
  now: Temporal.Instant,
): SignOffReadout {
  return {
    id: request.id,
    supervisor: { name: request.supervisorName, email: request.supervisorEmail },
    state: request.state,
    createdAt: request.createdAt,
    closedAt: request.closedAt,
    linkUntil,
    linkExpired: linkUntil !== null && Temporal.Instant.compare(now, linkUntil) >= 0,
    notes: request.notes,
    signature: signatureOf(request),
  };
}

function signatureOf(request: PracticeSignOffEntity): SignOffReadout['signature'] {
  const { signedName: name, signedMethod: method, contentHash, content } = request;
  if (name === null || method === null || contentHash === null || content === null) return null;
  const { words: statement, language: statementLanguage } = signedStatement(content);
  const credentialNumber = request.signedCredentialNumber;
  return { name, method, contentHash, credentialNumber, statement, statementLanguage };
}
