import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { HALF_LIMITS, isOpen } from '../domain/session-limits.js';
import type { SessionEntity } from '../persistence/session.entity.js';
import { SessionRepository } from '../persistence/session.repository.js';

/** The sign-in behind a cookie that still waits for its code. */
@Injectable()
export class ReadHalfSession {
  constructor(private readonly sessions: SessionRepository) {}

  async execute(tx: Tx, token: string | null): Promise<SessionEntity | null> {
    const half = token ? await this.sessions.findByToken(tx, token, ['half']) : null;
    return half && isOpen(half, HALF_LIMITS, tx.now) ? half : null;
  }
}
