import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { CredentialEvent } from '../domain/credential-event.js';
import type { DecidedStatus } from '../domain/status.js';
import { CredentialEntity, CredentialEventEntity, CredentialStateEntity } from './credential.entity.js';

/** A credential with the row that sums up its lines. */
export interface RegisterRow {
  credential: CredentialEntity;
  state: CredentialStateEntity;
}

export interface RegisterFilter {
  bodyIds?: readonly string[];
  personIds?: readonly string[];
  schemeCode?: string;
  /** What decisions made of it; expiry is told by the dates. All when absent. */
  statuses?: readonly DecidedStatus[];
  /** Last valid day from … to …, both included. */
  expiresFrom?: Temporal.PlainDate;
  expiresTo?: Temporal.PlainDate;
}

export interface RegisterPage {
  /** Id of the last credential of the page before. */
  after?: string;
  limit: number;
}

/** How a line of the register reads to the pure functions. */
export function eventOf(row: Omit<CredentialEventEntity, 'toStatus'>): CredentialEvent {
  const { id, kind, effectiveOn, publicFrom, recordedAt, stage, amends, endorsements, noteUntil, schemeVersionId } =
    row;
  const { termNumber, startsOn, expiresOn, anchorOn, anchorTerm, lapse } = row;
  const term = termNumber && startsOn && expiresOn ? { number: termNumber, startsOn, expiresOn } : null;
  const anchor = anchorOn && anchorTerm ? { on: anchorOn, n: anchorTerm } : null;
  const dates = { effectiveOn, publicFrom, recordedAt, noteUntil };
  return { id, kind, ...dates, term, anchor, lapse, stage, endorsements, schemeVersionId, amends };
}

/** Credentials, their lines and their present state. */
@Injectable()
export class CredentialRepository {
  async insert(tx: Tx, credential: CredentialEntity): Promise<void> {
    await tx.manager.insert(CredentialEntity, credential);
  }

  async get(tx: Tx, id: string): Promise<CredentialEntity> {
    return tx.manager.findOneByOrFail(CredentialEntity, { id });
  }

  async findByNumber(tx: Tx, number: string): Promise<CredentialEntity | null> {
    return tx.manager.findOneBy(CredentialEntity, { number });
  }

  /** What a person was granted under a scheme, if it is not over by a decision. */
  async findHeld(
    tx: Tx,
    { bodyId, personId, schemeCode }: { bodyId: string; personId: string; schemeCode: string },
  ): Promise<RegisterRow | null> {
    const status = In<DecidedStatus>(['active', 'suspended']);
    const state = await tx.manager.findOneBy(CredentialStateEntity, { bodyId, personId, schemeCode, status });
    return state && { state, credential: await this.get(tx, state.credentialId) };
  }

  /** Holds the credential until this transaction ends, so that its lines come one after the other. */
  async lockState(tx: Tx, credentialId: string): Promise<CredentialStateEntity | null> {
    return tx.manager.findOne(CredentialStateEntity, { where: { credentialId }, lock: { mode: 'pessimistic_write' } });
  }

  async stateOf(tx: Tx, credentialId: string): Promise<CredentialStateEntity> {
    return tx.manager.findOneByOrFail(CredentialStateEntity, { credentialId });
  }

  /** @throws DomainError not_found */
  async getLine(tx: Tx, id: string): Promise<CredentialEventEntity> {
    const line = await tx.manager.findOneBy(CredentialEventEntity, { id });
    if (!line) throw notFound('this line of the register');
    return line;
  }

  /** The lines of a credential, in the order the register learned of them. */
  async linesOf(tx: Tx, credentialId: string): Promise<CredentialEventEntity[]> {
    return tx.manager.find(CredentialEventEntity, { where: { credentialId }, order: { recordedAt: 'asc' } });
  }

  /** The lines of several credentials, by credential. */
  async linesOfAll(tx: Tx, credentialIds: readonly string[]): Promise<Map<string, CredentialEvent[]>> {
    const lines = await tx.manager.find(CredentialEventEntity, {
      where: { credentialId: In([...credentialIds]) },
      order: { recordedAt: 'asc' },
    });
    const byCredential = new Map(credentialIds.map((id) => [id, [] as CredentialEvent[]]));
    for (const line of lines) byCredential.get(line.credentialId)?.push(eventOf(line));
    return byCredential;
  }

  async addLine(tx: Tx, line: CredentialEventEntity): Promise<void> {
    await tx.manager.insert(CredentialEventEntity, line);
  }

  async writeState(tx: Tx, state: CredentialStateEntity): Promise<void> {
    await tx.manager.upsert(CredentialStateEntity, state, ['credentialId']);
  }

  async ofPerson(tx: Tx, personId: string): Promise<RegisterRow[]> {
    return this.search(tx, { personIds: [personId] }, { limit: 200 });
  }

  /** By the numbers as printed; unknown ones are left out. */
  async byNumbers(tx: Tx, numbers: readonly string[]): Promise<RegisterRow[]> {
    const found = await tx.manager.findBy(CredentialEntity, { number: In([...numbers]) });
    const ids = found.map(({ id }) => id);
    const states = await tx.manager.findBy(CredentialStateEntity, { credentialId: In(ids) });
    const byId = new Map(states.map((state) => [state.credentialId, state]));
    return found.flatMap((credential) => {
      const state = byId.get(credential.id);
      return state ? [{ credential, state }] : [];
    });
  }

  /** Newest first. */
  async search(tx: Tx, filter: RegisterFilter, { after, limit }: RegisterPage): Promise<RegisterRow[]> {
    const query = tx.manager
      .createQueryBuilder(CredentialStateEntity, 's')
      .orderBy('s.credential_id', 'DESC')
      .take(limit);
    if (filter.bodyIds) query.andWhere('s.body_id = any(:bodies)', { bodies: filter.bodyIds });
    if (filter.personIds) query.andWhere('s.person_id = any(:persons)', { persons: filter.personIds });
    if (filter.schemeCode) query.andWhere('s.scheme_code = :scheme', { scheme: filter.schemeCode });
    if (filter.statuses) query.andWhere('s.status = any(:statuses)', { statuses: filter.statuses });
    if (filter.expiresFrom) query.andWhere('s.expires_on >= :from', { from: filter.expiresFrom.toString() });
    if (filter.expiresTo) query.andWhere('s.expires_on <= :to', { to: filter.expiresTo.toString() });
    if (after && /^[0-9a-f-]{36}$/.test(after)) query.andWhere('s.credential_id < :after', { after });
    const states = await query.getMany();
    const found = await tx.manager.findBy(CredentialEntity, { id: In(states.map(({ credentialId }) => credentialId)) });
    const byId = new Map(found.map((credential) => [credential.id, credential]));
    return states.flatMap((state) => {
      const credential = byId.get(state.credentialId);
      return credential ? [{ credential, state }] : [];
    });
  }
}
