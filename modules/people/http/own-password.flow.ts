import { Injectable } from '@nestjs/common';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { PasswordHasher } from '../secrets/password-hasher.js';
import { ChangePassword } from '../use-cases/change-password.js';
import { checkNewPassword, ReadPasswordSetting, type OwnSetting } from '../use-cases/passwords.js';
import { actingPerson } from '../use-cases/require-confirmed.js';

/** A new password of somebody who is signed in: checked, hashed outside a transaction, then put in place. */
@Injectable()
export class OwnPasswordFlow {
  constructor(
    private readonly transaction: Transaction,
    private readonly hasher: PasswordHasher,
    private readonly readSetting: ReadPasswordSetting,
    private readonly changePassword: ChangePassword,
  ) {}

  setting(tx: Tx, personId: string): Promise<OwnSetting> {
    return this.readSetting.execute(tx, personId);
  }

  /** @throws DomainError `people.needs_attention`, `people.confirm_first` */
  async change(ctx: RequestContext, password: string): Promise<void> {
    const passwordHash = await this.accept(ctx, password);
    await this.transaction.run(unrepeatable(ctx), (tx) => this.changePassword.execute(tx, passwordHash));
  }

  /**
   * @param override.secondFactor what the account will have when the password is in place
   * @returns the hash of a password that may be used
   */
  async accept(ctx: RequestContext, password: string, override: Partial<OwnSetting> = {}): Promise<string> {
    const setting = await this.transaction.read(ctx, (tx) => this.setting(tx, actingPerson(tx).personId));
    checkNewPassword(password, { ...setting, ...override });
    return this.hasher.hash(password);
  }
}
