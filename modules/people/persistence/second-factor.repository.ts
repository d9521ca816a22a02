import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { FactorUse } from '../domain/second-factor-removal.js';
import { tokenHash } from '../domain/secrets.js';
import { RecoveryCodeEntity } from './recovery-code.entity.js';
import { SecondFactorEntity } from './second-factor.entity.js';

/** Second factors and the recovery codes that stand in for them. */
@Injectable()
export class SecondFactorRepository {
  constructor(private readonly ids: Ids) {}

  /** The factor in use; `lock` when a code is about to be used up. */
  inUse(tx: Tx, personId: string, lock = false): Promise<SecondFactorEntity | null> {
    return tx.manager.findOne(SecondFactorEntity, {
      where: { personId, confirmedAt: Not(IsNull()), endedAt: IsNull() },
      ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
    });
  }

  /** The key that was shown and still waits for its first code. */
  awaited(tx: Tx, personId: string): Promise<SecondFactorEntity | null> {
    return tx.manager.findOne(SecondFactorEntity, {
      where: { personId, confirmedAt: IsNull(), endedAt: IsNull() },
      order: { createdAt: 'DESC' },
    });
  }

  async add(tx: Tx, factor: SecondFactorEntity): Promise<void> {
    await tx.manager.insert(SecondFactorEntity, factor);
  }

  async confirm(tx: Tx, id: string, step: number): Promise<void> {
    await tx.manager.update(SecondFactorEntity, { id }, { confirmedAt: tx.now, lastUsedStep: step });
  }

  async recordStep(tx: Tx, id: string, step: number): Promise<void> {
    await tx.manager.update(SecondFactorEntity, { id }, { lastUsedStep: step });
  }

  async end(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(SecondFactorEntity, { id }, { endedAt: tx.now });
  }

  /** The factor in use and keys that were shown and still wait for their first code. */
  async endAll(tx: Tx, personId: string): Promise<void> {
    await tx.manager.update(SecondFactorEntity, { personId, endedAt: IsNull() }, { endedAt: tx.now });
  }

  /** When a code of this factor was given last, by the app and from the recovery codes. */
  async lastUse(tx: Tx, { id, lastUsedStep }: SecondFactorEntity): Promise<FactorUse> {
    const used = await tx.manager.findOne(RecoveryCodeEntity, {
      where: { secondFactorId: id, usedAt: Not(IsNull()) },
      order: { usedAt: 'DESC' },
    });
    return { lastUsedStep, recoveryCodeUsedAt: used?.usedAt ?? null };
  }

  async addRecoveryCodes(tx: Tx, factor: { id: string; personId: string }, codes: readonly string[]): Promise<void> {
    const rows = codes.map((code) => ({
      id: this.ids.next(),
      personId: factor.personId,
      secondFactorId: factor.id,
      codeHash: tokenHash(code),
      usedAt: null,
      createdAt: tx.now,
    }));
    await tx.manager.insert(RecoveryCodeEntity, rows);
  }

  /** Uses a recovery code up. @returns false when it is unknown or was used before */
  async useRecoveryCode(tx: Tx, factorId: string, code: string): Promise<boolean> {
    const unused = { secondFactorId: factorId, codeHash: tokenHash(code), usedAt: IsNull() };
    const { affected } = await tx.manager.update(RecoveryCodeEntity, unused, { usedAt: tx.now });
    return affected === 1;
  }

  countRecoveryCodes(tx: Tx, factorId: string): Promise<number> {
    return tx.manager.countBy(RecoveryCodeEntity, { secondFactorId: factorId, usedAt: IsNull() });
  }
}
