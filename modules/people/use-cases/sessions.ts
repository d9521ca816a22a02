import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isOpen, TRAINEE_LIMITS } from '../domain/session-limits.js';
import type { SessionEntity } from '../persistence/session.entity.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { actingPerson } from './require-confirmed.js';

/** The person's open sessions, latest use first. */
@Injectable()
export class ReadSessions {
  constructor(private readonly sessions: SessionRepository) {}

  async execute(tx: Tx): Promise<SessionEntity[]> {
    const { personId } = actingPerson(tx);
    const living = await this.sessions.living(tx, personId, tx.now.subtract(TRAINEE_LIMITS.idle));
    return living.filter((session) => isOpen(session, TRAINEE_LIMITS, tx.now));
  }
}

/** Ends one of the person's own sessions: this one (signing out) or another. */
@Injectable()
export class EndSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not_found` for a session of somebody else */
  async execute(tx: Tx, sessionId: string): Promise<void> {
    const { personId } = actingPerson(tx);
    const session = await this.sessions.find(tx, personId, sessionId);
    if (!session) throw notFound('this session');
    if (session.endedAt) return;
    await this.sessions.end(tx, personId, sessionId);
    await this.audit.record(tx, {
      action: 'people.session.ended',
      subject: { kind: 'session', id: sessionId },
      personId,
    });
  }
}

/** Ends every session of the person but the one that asks. */
@Injectable()
export class EndOtherSessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx): Promise<void> {
    const { personId, sessionId } = actingPerson(tx);
    await this.sessions.endAll(tx, personId, sessionId);
    await this.audit.record(tx, {
      action: 'people.session.others_ended',
      subject: { kind: 'person', id: personId },
      personId,
    });
  }
}
