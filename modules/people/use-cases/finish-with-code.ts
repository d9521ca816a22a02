import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { TryCode, WelcomeIn, type SignInOutcome, type Visitor } from './finish-sign-in.js';
import { ReadHalfSession } from './read-half-session.js';

/** The code for a half-open session of a browser: right, and a session with a fresh token takes its place. */
@Injectable()
export class FinishWithCode {
  constructor(
    private readonly readHalf: ReadHalfSession,
    private readonly tryCode: TryCode,
    private readonly welcomeIn: WelcomeIn,
    private readonly sessions: SessionRepository,
  ) {}

  /** @returns null when the sign-in was started too long ago, or never */
  async execute(
    tx: Tx,
    { token, code, visitor }: { token: string | null; code: string; visitor: Visitor },
  ): Promise<SignInOutcome | null> {
    const half = await this.readHalf.execute(tx, token);
    if (!half) return null;
    const { id, personId } = half;
    const tried = await this.tryCode.execute(tx, { personId, code, visitor });
    if (tried === 'wrong') return { kind: 'wrong-code' };
    if (tried !== 'right') return { kind: 'held', claim: tried };
    await this.sessions.end(tx, personId, id);
    return this.welcomeIn.execute(tx, { personId, kind: 'page', assurance: 'two-factor', visitor });
  }
}
