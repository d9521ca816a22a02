import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { secondsLeft, TRIES_OF_ALL_STRANGERS, tryFrom, type Claim } from '../domain/sign-in-pace.js';
import { SignInPaceRepository } from '../persistence/sign-in-pace.repository.js';

/** What is tried: each is counted by itself, so that knowing the password does not buy unlimited codes. */
export type Tried = 'password' | 'code';

export interface TrySource {
  addressKey: string;
  tried: Tried;
  /** A browser that signed this person in before. */
  deviceId: string | null;
  ip: string;
}

const STRANGERS = 'strangers';

/**
 * Counts a try as wrong before it is made, so that a crowd of tries at once is counted too; a right one is taken back
 * by {@link ClearTries}. The tries of strangers slow strangers, never a browser that the owner used before.
 */
@Injectable()
export class ClaimTry {
  constructor(private readonly paces: SignInPaceRepository) {}

  async execute(tx: Tx, { addressKey, tried, deviceId, ip }: TrySource): Promise<Claim> {
    await this.paces.lock(tx, addressKey);
    const source = `${tried}/${tryFrom({ deviceId, ip })}`;
    const all = `${tried}/${STRANGERS}`;
    const seconds = secondsLeft(await this.paces.find(tx, addressKey, source), tx.now);
    if (seconds > 0) return { granted: false, reason: 'wait', seconds };
    if (!deviceId) {
      const strangers = await this.paces.find(tx, addressKey, all);
      if (strangers && strangers.wrongCount >= TRIES_OF_ALL_STRANGERS) return { granted: false, reason: 'strangers' };
      await this.paces.count(tx, addressKey, all);
    }
    await this.paces.count(tx, addressKey, source);
    return { granted: true };
  }
}

/** The try was right: the source starts afresh. */
@Injectable()
export class ClearTries {
  constructor(private readonly paces: SignInPaceRepository) {}

  async execute(tx: Tx, { addressKey, tried, deviceId, ip }: TrySource): Promise<void> {
    await this.paces.lock(tx, addressKey);
    await this.paces.clear(tx, addressKey, `${tried}/${tryFrom({ deviceId, ip })}`);
    if (!deviceId) await this.paces.clear(tx, addressKey, `${tried}/${STRANGERS}`);
  }
}
