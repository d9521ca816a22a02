import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In, IsNull, LessThan, MoreThan, Not, type EntityManager } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { tokenHash } from '../domain/secrets.js';
import { isUuid } from '../domain/uuid.js';
import { SessionEntity, type SessionKind } from './session.entity.js';

@Injectable()
export class SessionRepository {
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
    if (!isUuid(id)) return null;
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
