import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { AskReference } from '../use-cases/ask-reference.js';
import { ReadReferences } from '../use-cases/read-references.js';
import { applicationIn } from './application-in.js';
import { NewReferenceDto } from './references.dto.js';
import { referencesPage } from './references.page.js';

/** An applicant names who writes references, and sees which came. */
@Controller('applications/:id/references')
@SignedIn()
export class ReferencesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadReferences,
    private readonly asks: AskReference,
  ) {}

  @Get()
  async show(@Ctx() ctx: RequestContext) {
    const found = await this.transaction.read(ctx, (tx) => this.reads.ofOwn(tx, applicationIn(ctx)));
    const page = referencesPage(found);
    return view('certification/references', page, { title: page.title });
  }

  @Post()
  @FormPage('show')
  async ask(@Ctx() ctx: RequestContext, @Body() { code, name, email }: NewReferenceDto) {
    const applicationId = applicationIn(ctx);
    await this.transaction.run(ctx, (tx) => this.asks.execute(tx, { applicationId, code, name, email }));
    return redirect(`/applications/${applicationId}/references`, { notice: say`We wrote to ${name}` });
  }

  @Post(':requestId/withdrawals')
  @FormPage('show')
  async withdraw(@Ctx() ctx: RequestContext) {
    const input = { applicationId: applicationIn(ctx), requestId: idParam(ctx, 'requestId', 'this request') };
    await this.transaction.run(ctx, (tx) => this.asks.withdraw(tx, input));
    return redirect(`/applications/${input.applicationId}/references`, { notice: say`The request is taken back` });
  }
}
