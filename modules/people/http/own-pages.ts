import { Injectable } from '@nestjs/common';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, type RedirectResponse } from '../../../src/platform/http/responses.js';
import { ReadProfile } from '../use-cases/read-profile.js';
import { RequireConfirmed } from '../use-cases/require-confirmed.js';

/** What the pages of one's own account share. */
@Injectable()
export class OwnPages {
  constructor(
    readonly transaction: Transaction,
    readonly profile: ReadProfile,
    private readonly confirmed: RequireConfirmed,
  ) {}

  /** Shows a page of sensitive changes, or first asks whether it is really them. */
  whenConfirmed<T>(ctx: RequestContext, page: (tx: Tx) => Promise<T>): Promise<T | RedirectResponse> {
    return this.transaction.run(unrepeatable(ctx), async (tx) => {
      if (await this.confirmed.holds(tx)) return page(tx);
      const returnTo = ctx.method === 'GET' ? ctx.path : '/profile';
      return redirect(`/profile/confirmation?${new URLSearchParams({ returnTo }).toString()}`);
    });
  }
}
