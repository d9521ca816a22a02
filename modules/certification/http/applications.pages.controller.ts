import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { BeginApplication } from '../use-cases/begin-application.js';
import { ReadApplications } from '../use-cases/read-applications.js';
import { ReadOffers } from '../use-cases/read-offers.js';
import { applicationsPage } from './application.page.js';
import { BeginApplicationDto } from './applications.dto.js';

@Controller('applications')
@SignedIn()
export class ApplicationsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly begins: BeginApplication,
    private readonly reads: ReadApplications,
    private readonly offers: ReadOffers,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) =>
      applicationsPage(await this.reads.listOwn(tx), await this.offers.execute(tx)),
    );
    return view('certification/applications', page, { title: say`Your applications` });
  }

  @Post()
  @FormPage('list')
  async begin(@Ctx() ctx: RequestContext, @Body() body: BeginApplicationDto) {
    const { applicationId } = await this.transaction.run(ctx, (tx) => this.begins.execute(tx, body));
    return redirect(`/applications/${applicationId}`);
  }
}
