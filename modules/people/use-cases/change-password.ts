import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { ReplacePassword } from './passwords.js';
import { RequireConfirmed } from './require-confirmed.js';

/** The signed-in person chooses another password; their other sessions end. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly requireConfirmed: RequireConfirmed,
    private readonly replace: ReplacePassword,
    private readonly sessions: SessionRepository,
  ) {}

  /** @throws DomainError `people.confirm_first` */
  async execute(tx: Tx, passwordHash: string): Promise<void> {
    const { personId, sessionId } = await this.requireConfirmed.execute(tx);
    await this.replace.execute(tx, { personId, passwordHash });
    await this.sessions.endAll(tx, personId, sessionId);
  }
}
