import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { PasswordHasher } from '../secrets/password-hasher.js';
import { checkNewPassword } from '../use-cases/passwords.js';
import { ReadPasswordLink, ResetPassword } from '../use-cases/reset-password.js';

/** Behind the mailed link for a lost password: whoever holds it sets another. It never signs anybody in. */
@Injectable()
export class PasswordLinkFlow {
  constructor(
    private readonly transaction: Transaction,
    private readonly hasher: PasswordHasher,
    private readonly readLink: ReadPasswordLink,
    private readonly reset: ResetPassword,
  ) {}

  /** @throws DomainError `people.link_ended` */
  async read(ctx: RequestContext, token: string): Promise<{ secondFactor: boolean }> {
    return this.transaction.read(ctx, (tx) => this.readLink.execute(tx, token));
  }

  /** @throws DomainError `people.link_ended`, `people.needs_attention` */
  async use(ctx: RequestContext, token: string, password: string): Promise<void> {
    checkNewPassword(password, await this.transaction.read(ctx, (tx) => this.readLink.execute(tx, token)));
    const passwordHash = await this.hasher.hash(password);
    await this.transaction.run(unrepeatable(ctx), (tx) => this.reset.execute(tx, { token, passwordHash }));
  }
}
