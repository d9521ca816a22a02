import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import { In, IsNull, LessThan, MoreThan, Not, type DataSource, type EntityManager } from 'typeorm';
import { validate } from 'uuid';
import { ask } from '../../../src/platform/database/frequent-statement.js';
import { GatheredRead } from '../../../src/platform/database/gathered-read.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { tokenHash } from '../domain/secrets.js';
import { SessionEntity, type SessionKind } from './session.entity.js';

/** What of a session stands behind each request of it. */
export type SessionInUse = Pick<
  SessionEntity,
  'id' | 'personId' | 'kind' | 'assurance' | 'lastSeenAt' | 'endedAt' | 'createdAt'
>;

const BY_TOKENS = {
  name: 'sessions-by-token',
  text: `select encode(token_hash, 'hex') as token, id, person_id as "personId", kind, assurance,
                last_seen_at as "lastSeenAt", ended_at as "endedAt", created_at as "createdAt"
         from session where token_hash = any(array(select unnest($1::bytea[])))`,
};

/** Many at once are cheaper than many, and nobody waits for more than one read before theirs. */
const GATHERING = { atOnce: 2, together: 200, worthAnother: 8 };

@Injectable()
export class SessionRepository {
  private readonly byToken = new GatheredRead<SessionInUse>((hashes) => this.read(hashes), GATHERING);

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * The session of a token, read after this was asked and together with whoever asks at the same moment: what was ended before is
   * seen ended. Whether it stands is for the caller to judge.
   */
  inUse(token: string): Promise<SessionInUse | null> {
    return this.byToken.find(tokenHash(token).toString('hex'));
  }

  private async read(hashes: string[]): Promise<Map<string, SessionInUse>> {
    const tokens = hashes.map((hash) => Buffer.from(hash, 'hex'));
    const rows = await ask<SessionInUse & { token: string }>(this.source.manager, BY_TOKENS, [tokens]);
    return new Map(rows.map(({ token, ...session }) => [token, session]));
  }

  async add(tx: Tx, session: SessionEntity): Promise<void> {
    await tx.manager.insert(SessionEntity, session);
  }

  /** Whether the session still stands is for the caller to judge; the row may be ended or too old. */
  findByToken(
    { manager }: { manager: EntityManager },
    token: string,
    kinds: readonly SessionKind[],
  ): Promise<SessionEntity | null> {
    return manager.findOneBy(SessionEntity, { tokenHash: tokenHash(token), kind: In([...kinds]) });
  }

  async find(tx: Tx, personId: string, id: string): Promise<SessionEntity | null> {
    if (!validate(id)) return null;
    return tx.manager.findOneBy(SessionEntity, { personId, id });
  }

  /** Sessions not ended, newest use first. */
  living(tx: Tx, personId: string, notSeenBefore: Temporal.Instant): Promise<SessionEntity[]> {
    return tx.manager.find(SessionEntity, {
      where: { personId, kind: Not('half'), endedAt: IsNull(), lastSeenAt: MoreThan(notSeenBefore) },
      order: { lastSeenAt: 'DESC' },
    });
  }

  async touch(manager: EntityManager, id: string, now: Temporal.Instant): Promise<void> {
    await manager.update(SessionEntity, { id, endedAt: IsNull() }, { lastSeenAt: now });
  }

  async confirm(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(SessionEntity, { id }, { confirmedAt: tx.now });
  }

  async end(tx: Tx, personId: string, id: string): Promise<void> {
    await tx.manager.update(SessionEntity, { personId, id, endedAt: IsNull() }, { endedAt: tx.now });
  }

  /** @param except the session to keep, usually the one that asks */
  async endAll(tx: Tx, personId: string, except: string | null): Promise<void> {
    const others = except === null ? {} : { id: Not(except) };
    await tx.manager.update(SessionEntity, { personId, endedAt: IsNull(), ...others }, { endedAt: tx.now });
  }

  async forgetUnseenSince(tx: Tx, instant: Temporal.Instant): Promise<void> {
    await tx.manager.delete(SessionEntity, { lastSeenAt: LessThan(instant) });
  }
}
