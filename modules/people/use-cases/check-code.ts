import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { readRecoveryCode } from '../domain/recovery-codes.js';
import { SecretBox } from '../domain/secrets.js';
import { totpStep } from '../secrets/totp.js';
import { SecondFactorRepository } from '../persistence/second-factor.repository.js';

/** Checks a code of the second factor, or a recovery code, and uses it up. */
@Injectable()
export class CheckCode {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly box: SecretBox,
    private readonly audit: Audit,
  ) {}

  /** @returns false when the code does not match, was used before, or the person has no second factor */
  async execute(tx: Tx, personId: string, code: string): Promise<boolean> {
    const factor = await this.factors.inUse(tx, personId, true);
    if (!factor) return false;
    const { lastUsedStep } = factor;
    const secret = this.box.open(factor.secretSealed, factor.id);
    const step = totpStep({ secret, code, now: tx.now, lastUsedStep });
    if (step !== null) {
      await this.factors.recordStep(tx, factor.id, step);
      return true;
    }
    const recovery = readRecoveryCode(code);
    if (recovery === null || !(await this.factors.useRecoveryCode(tx, factor.id, recovery))) return false;
    await this.audit.record(tx, {
      action: 'people.recovery_code.used',
      subject: { kind: 'second_factor', id: factor.id },
      personId,
    });
    return true;
  }
}
