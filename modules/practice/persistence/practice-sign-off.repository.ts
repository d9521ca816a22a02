import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In, IsNull } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { SignOffWording } from '../domain/sign-off-content.js';
import { PracticeSignOffEntity, type SignOffState } from './practice-sign-off.entity.js';
import { PracticeSignOffCodeEntity, PracticeSignOffLinkEntity } from './practice-sign-off-link.entity.js';

export interface Signature {
  contentHash: string;
  content: SignOffWording['content'];
  signedName: string;
  signedCredentialNumber: string | null;
  signedIp: string;
  signedMethod: string;
}

/** Requests for a signature, their links and their codes. */
@Injectable()
export class PracticeSignOffRepository {
  constructor(private readonly ids: Ids) {}

  async ofPerson(tx: Tx, personId: string): Promise<PracticeSignOffEntity[]> {
    return tx.manager.find(PracticeSignOffEntity, { where: { personId }, order: { createdAt: 'desc', id: 'desc' } });
  }

  async findOwn(tx: Tx, personId: string, id: string): Promise<PracticeSignOffEntity | null> {
    return tx.manager.findOneBy(PracticeSignOffEntity, { personId, id });
  }

  async get(tx: Tx, id: string): Promise<PracticeSignOffEntity> {
    return tx.manager.findOneByOrFail(PracticeSignOffEntity, { id });
  }

  /** Holds a request, so that it is answered, re-sent or taken back one after the other. */
  async lock(tx: Tx, id: string): Promise<PracticeSignOffEntity> {
    return tx.manager.findOneOrFail(PracticeSignOffEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns the request's id */
  async insert(
    tx: Tx,
    request: Pick<PracticeSignOffEntity, 'personId' | 'supervisorName' | 'supervisorEmail'>,
  ): Promise<string> {
    const id = this.ids.next();
    await tx.manager.insert(PracticeSignOffEntity, { ...request, id, state: 'open', createdAt: tx.now });
    return id;
  }

  async close(
    tx: Tx,
    id: string,
    state: Exclude<SignOffState, 'open' | 'signed'>,
    notes: string | null,
  ): Promise<void> {
    await tx.manager.update(PracticeSignOffEntity, { id }, { state, notes, closedAt: tx.now });
  }

  async sign(tx: Tx, id: string, signature: Signature): Promise<void> {
    const { content, ...rest } = signature;
    await tx.manager.update(
      PracticeSignOffEntity,
      { id },
      {
        ...rest,
        content: content,
        state: 'signed',
        closedAt: tx.now,
      },
    );
  }

  async linkByToken(tx: Tx, tokenHash: Buffer): Promise<PracticeSignOffLinkEntity | null> {
    return tx.manager.findOneBy(PracticeSignOffLinkEntity, { tokenHash });
  }

  /** When the links that open pages now run out, by request. */
  async liveLinks(tx: Tx, signOffIds: readonly string[]): Promise<ReadonlyMap<string, Temporal.Instant>> {
    const where = { signOffId: In([...signOffIds]), endedAt: IsNull() };
    const links = await tx.manager.findBy(PracticeSignOffLinkEntity, where);
    return new Map(links.map((link) => [link.signOffId, link.expiresAt]));
  }

  async insertLink(
    tx: Tx,
    link: Pick<PracticeSignOffLinkEntity, 'id' | 'signOffId' | 'tokenHash' | 'expiresAt'>,
  ): Promise<void> {
    await tx.manager.insert(PracticeSignOffLinkEntity, { ...link, createdAt: tx.now });
  }

  async endLinks(tx: Tx, signOffId: string, endedBy: 'newer_link' | 'revoked' | 'answered'): Promise<void> {
    await tx.manager.query(
      `update practice_sign_off_link set ended_at = $2, ended_by = $3 where sign_off_id = $1 and ended_at is null`,
      [signOffId, tx.now.toString(), endedBy],
    );
  }

  async insertCode(
    tx: Tx,
    code: Pick<PracticeSignOffCodeEntity, 'id' | 'linkId' | 'contentHash' | 'codeHash' | 'expiresAt'>,
  ): Promise<void> {
    await tx.manager.insert(PracticeSignOffCodeEntity, { ...code, tries: 0, createdAt: tx.now });
  }

  async codesSince(tx: Tx, linkId: string, since: Temporal.Instant): Promise<number> {
    const [row]: { n: number }[] = await tx.manager.query(
      `select count(*) as n from practice_sign_off_code where link_id = $1 and created_at > $2`,
      [linkId, since.toString()],
    );
    return row?.n ?? 0;
  }

  /** The newest code of a link, held: tries are counted one after the other. */
  async lockNewestCode(tx: Tx, linkId: string): Promise<PracticeSignOffCodeEntity | null> {
    return tx.manager.findOne(PracticeSignOffCodeEntity, {
      where: { linkId },
      order: { createdAt: 'desc', id: 'desc' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async countTry(tx: Tx, codeId: string): Promise<void> {
    await tx.manager.increment(PracticeSignOffCodeEntity, { id: codeId }, 'tries', 1);
  }

  async useCode(tx: Tx, codeId: string): Promise<void> {
    await tx.manager.update(PracticeSignOffCodeEntity, { id: codeId }, { usedAt: tx.now });
  }
}
