import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../src/platform/database/transaction.js';
import type { RequestContext } from '../../../src/platform/http/request-context.js';
import { view, type ViewResponse } from '../../../src/platform/http/responses.js';
import { SignedTexts } from '../../evidence/signed-texts.public.js';
import { ReadCase } from '../use-cases/read-case.js';
import { applicationIn } from './application-in.js';
import { casePage } from './case.page.js';

/** The page of one case, which every form on it leads back to. */
@Injectable()
export class CaseView {
  constructor(
    private readonly transaction: Transaction,
    private readonly cases: ReadCase,
    private readonly signed: SignedTexts,
  ) {}

  async show(ctx: RequestContext): Promise<ViewResponse> {
    const page = await this.transaction.read(ctx, async (tx) => {
      const found = await this.cases.execute(tx, applicationIn(ctx));
      return casePage(found, await this.signed.ofPersonAt(tx, found.applicant.id, found.body.id));
    });
    return view('certification/case', page, { title: `Application of ${page.applicant.displayName}` });
  }
}
