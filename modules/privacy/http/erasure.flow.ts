import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../src/platform/database/transaction.js';
import type { RequestContext } from '../../../src/platform/http/request-context.js';
import { AskErasure, TakeBackErasure } from '../use-cases/ask-erasure.js';

/** Asking for erasure and taking it back, for pages and programs alike. */
@Injectable()
export class ErasureFlow {
  constructor(
    private readonly transaction: Transaction,
    private readonly asking: AskErasure,
    private readonly takingBack: TakeBackErasure,
  ) {}

  ask(ctx: RequestContext): Promise<{ id: string; dueAt: string }> {
    return this.transaction.run(ctx, (tx) => this.asking.execute(tx));
  }

  takeBack(ctx: RequestContext): Promise<{ id: string }> {
    return this.transaction.run(ctx, (tx) => this.takingBack.execute(tx));
  }
}
