import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { sessionCookie } from '../../../src/platform/access/session-cookie.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import type { CookieChange } from '../../../src/platform/http/responses.js';
import { RaiseSession } from '../use-cases/raise-session.js';
import { ConfirmSecondFactor, RemoveSecondFactor } from '../use-cases/second-factor.js';
import { OwnPasswordFlow } from './own-password.flow.js';

/** Turns the second factor on, with a raised session in place of the present one. */
@Injectable()
export class SecondFactorOn {
  constructor(
    private readonly transaction: Transaction,
    private readonly confirmFactor: ConfirmSecondFactor,
    private readonly raiseSession: RaiseSession,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DomainError `people.confirm_first`, `people.code_not_recognised` */
  async execute(
    ctx: RequestContext,
    code: string,
  ): Promise<{ recoveryCodes: string[]; token: string; cookie: CookieChange }> {
    return this.transaction.run(unrepeatable(ctx), async (tx) => {
      const recoveryCodes = await this.confirmFactor.execute(tx, code);
      const token = await this.raiseSession.execute(tx);
      return { recoveryCodes, token, cookie: sessionCookie(this.config, token) };
    });
  }
}

/** Turns the second factor off; a password that can stand alone is chosen in the same step. */
@Injectable()
export class SecondFactorOff {
  constructor(
    private readonly transaction: Transaction,
    private readonly password: OwnPasswordFlow,
    private readonly removeFactor: RemoveSecondFactor,
  ) {}

  /** @throws DomainError `people.needs_attention`, `people.confirm_first` */
  async execute(ctx: RequestContext, password: string): Promise<void> {
    const passwordHash = await this.password.accept(ctx, password, { secondFactor: false });
    await this.transaction.run(unrepeatable(ctx), (tx) => this.removeFactor.execute(tx, passwordHash));
  }
}
