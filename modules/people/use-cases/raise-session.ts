import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { OpenSession } from './open-session.js';
import { actingPerson } from './require-confirmed.js';

/** The person proved their second factor within a session: a new one with that assurance and a fresh token replaces it. */
@Injectable()
export class RaiseSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly openSession: OpenSession,
  ) {}

  /** @returns the token of the session that takes the place of the present one @throws DomainError not_found once that has ended */
  async execute(tx: Tx): Promise<string> {
    const { personId, sessionId } = actingPerson(tx);
    const session = await this.sessions.find(tx, personId, sessionId);
    if (!session) throw notFound('this session');
    await this.sessions.end(tx, personId, sessionId);
    const { kind, device } = session;
    const { token } = await this.openSession.execute(tx, { personId, kind, device, assurance: 'two-factor' });
    return token;
  }
}
