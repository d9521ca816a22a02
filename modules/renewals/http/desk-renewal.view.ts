import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import type { RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { ConfirmRenewal } from '../use-cases/confirm-renewal.js';
import { ReadRenewalDesk } from '../use-cases/read-renewal-desk.js';
import { ReturnRenewal } from '../use-cases/return-renewal.js';
import { deskRenewalPage } from './desk-renewal.page.js';

/** A registrar's two usual answers to a renewal. */
@Injectable()
export class DeskAnswers {
  constructor(
    readonly confirms: ConfirmRenewal,
    readonly returns: ReturnRenewal,
  ) {}
}

/** The one page of a renewal at the desk, shown by both of its controllers. */
@Injectable()
export class DeskRenewalView {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadRenewalDesk,
  ) {}

  show(ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this renewal');
    return this.transaction.read(ctx, async (tx) => {
      const page = deskRenewalPage(await this.reads.one(tx, id), ctx.form?.values);
      return view('renewals/desk-renewal', page, { title: page.heading });
    });
  }
}
