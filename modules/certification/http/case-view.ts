import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../src/platform/database/transaction.js';
import type { RequestContext } from '../../../src/platform/http/request-context.js';
import { view, type ViewResponse } from '../../../src/platform/http/responses.js';
import { ReadCase } from '../use-cases/read-case.js';
import { applicationIn } from './application-in.js';
import { casePage } from './case.page.js';

/** The page of one case, which every form on it leads back to. */
@Injectable()
export class CaseView {
  constructor(
    private readonly transaction: Transaction,
    private readonly cases: ReadCase,
  ) {}

  async show(ctx: RequestContext): Promise<ViewResponse> {
    const found = await this.transaction.read(ctx, (tx) => this.cases.execute(tx, applicationIn(ctx)));
    const page = casePage(found);
    return view('certification/case', page, { title: `Application of ${page.applicant.displayName}` });
  }
}
