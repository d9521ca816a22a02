import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { RECOVERY_CODES, recoveryCode } from '../domain/recovery-codes.js';
import { SecretBox } from '../domain/secrets.js';
import { newTotpSecret, totpStep } from '../secrets/totp.js';
import { codeNotRecognised } from '../people.errors.js';
import { SecondFactorRepository } from '../persistence/second-factor.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { ReplacePassword, TellPerson } from './passwords.js';
import { RequireConfirmed } from './require-confirmed.js';

/** A key for an authenticator, kept sealed; it counts once its first code was seen. */
@Injectable()
export class OfferSecondFactor {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly box: SecretBox,
    private readonly ids: Ids,
  ) {}

  /** @returns the key that waits for its first code; the same one until it is confirmed */
  async execute(tx: Tx, personId: string, given?: string): Promise<{ id: string; secret: string }> {
    const awaited = given === undefined ? await this.factors.awaited(tx, personId) : null;
    if (awaited) return { id: awaited.id, secret: this.box.open(awaited.secretSealed, awaited.id) };
    const id = this.ids.next();
    const secret = given ?? newTotpSecret();
    await this.factors.add(tx, {
      id,
      personId,
      kind: 'totp',
      secretSealed: this.box.seal(secret, id),
      confirmedAt: null,
      lastUsedStep: null,
      endedAt: null,
      createdAt: tx.now,
    });
    return { id, secret };
  }
}

/** Hands out recovery codes; they are shown once and kept as hashes. */
@Injectable()
export class GiveRecoveryCodes {
  constructor(private readonly factors: SecondFactorRepository) {}

  async execute(tx: Tx, factor: { id: string; personId: string }): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(16)));
    await this.factors.addRecoveryCodes(tx, factor, codes);
    return codes;
  }
}

/** What follows when a factor came or went: written down, told, and every other session ended. */
@Injectable()
export class SecondFactorChanged {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly tell: TellPerson,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, change: { factorId: string; personId: string; what: 'added' | 'removed' }): Promise<void> {
    const { factorId, personId, what } = change;
    const own = tx.actor.kind === 'person' && tx.actor.personId === personId ? tx.actor.sessionId : null;
    await this.sessions.endAll(tx, personId, own);
    await this.audit.record(tx, {
      action: `people.second_factor.${what}`,
      subject: { kind: 'second_factor', id: factorId },
      personId,
    });
    const identity = `${factorId}/${what}`;
    await this.tell.execute(tx, 'account-second-factor-changed', personId, { identity });
  }
}

/** Recovery codes, and the news. */
@Injectable()
export class SecondFactorAdded {
  constructor(
    private readonly codes: GiveRecoveryCodes,
    private readonly changed: SecondFactorChanged,
  ) {}

  async execute(tx: Tx, factor: { id: string; personId: string }): Promise<string[]> {
    const codes = await this.codes.execute(tx, factor);
    await this.changed.execute(tx, { factorId: factor.id, personId: factor.personId, what: 'added' });
    return codes;
  }
}

/** The first code of the new key: from now on the account has a second factor. */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly requireConfirmed: RequireConfirmed,
    private readonly factors: SecondFactorRepository,
    private readonly offer: OfferSecondFactor,
    private readonly after: SecondFactorAdded,
  ) {}

  /**
   * @returns the recovery codes, to be shown once
   * @throws DomainError `people.confirm_first`, `people.code_not_recognised`
   */
  async execute(tx: Tx, code: string): Promise<string[]> {
    const { personId } = await this.requireConfirmed.execute(tx);
    const { id, secret } = await this.offer.execute(tx, personId);
    const step = totpStep({ secret, code, now: tx.now, lastUsedStep: null });
    if (step === null) throw codeNotRecognised('invalid');
    const earlier = await this.factors.inUse(tx, personId, true);
    if (earlier) await this.factors.end(tx, earlier.id);
    await this.factors.confirm(tx, id, step);
    return this.after.execute(tx, { id, personId });
  }
}

/** The account goes back to a password alone; the password chosen with this change is long enough for that. */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly requireConfirmed: RequireConfirmed,
    private readonly factors: SecondFactorRepository,
    private readonly replacePassword: ReplacePassword,
    private readonly changed: SecondFactorChanged,
  ) {}

  /** @throws DomainError `people.confirm_first` */
  async execute(tx: Tx, passwordHash: string): Promise<void> {
    const { personId } = await this.requireConfirmed.execute(tx);
    const factor = await this.factors.inUse(tx, personId, true);
    if (!factor) return;
    await this.replacePassword.execute(tx, { personId, passwordHash });
    await this.factors.end(tx, factor.id);
    await this.changed.execute(tx, { factorId: factor.id, personId, what: 'removed' });
  }
}
