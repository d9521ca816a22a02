import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SessionRepository } from '../persistence/session.repository.js';
import type { HeldClaim } from '../domain/sign-in-pace.js';
import { ClearTries, type TrySource } from './claim-try.js';
import { TryCode, type Visitor } from './finish-sign-in.js';
import { actingPerson } from './require-confirmed.js';
import { ReadSecondFactor } from './sign-in.js';

export type Confirmation =
  { kind: 'confirmed' } | { kind: 'code-needed' } | { kind: 'wrong-code' } | { kind: 'held'; claim: HeldClaim };

/** The password was given again and was right; with the code, where there is a second factor, the session is fresh. */
@Injectable()
export class ConfirmSession {
  constructor(
    private readonly clearTries: ClearTries,
    private readonly secondFactor: ReadSecondFactor,
    private readonly tryCode: TryCode,
    private readonly sessions: SessionRepository,
  ) {}

  async execute(
    tx: Tx,
    { source, code, visitor }: { source: TrySource; code?: string; visitor: Visitor },
  ): Promise<Confirmation> {
    const { personId, sessionId } = actingPerson(tx);
    await this.clearTries.execute(tx, source);
    if ((await this.secondFactor.execute(tx, personId)).inUse) {
      if (!code) return { kind: 'code-needed' };
      const tried = await this.tryCode.execute(tx, { personId, code, visitor });
      if (tried === 'wrong') return { kind: 'wrong-code' };
      if (tried !== 'right') return { kind: 'held', claim: tried };
    }
    await this.sessions.confirm(tx, sessionId);
    return { kind: 'confirmed' };
  }
}
