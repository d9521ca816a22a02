import { Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect } from '../../../src/platform/http/responses.js';
import { ClaimApplication } from '../use-cases/claim-application.js';
import { STAFF } from '../use-cases/open-case.js';
import { ReleaseApplication } from '../use-cases/release-application.js';
import { applicationIn } from './application-in.js';
import { CaseView } from './case-view.js';

@Controller('desk/applications/:id')
export class ClaimsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly page: CaseView,
    private readonly claims: ClaimApplication,
    private readonly releases: ReleaseApplication,
  ) {}

  @Get()
  @Requires({ organization: 'certifying-body', roles: STAFF })
  show(@Ctx() ctx: RequestContext) {
    return this.page.show(ctx);
  }

  @Post('claims')
  @Requires({ organization: 'certifying-body', roles: ['reviewer'] })
  @FormPage('show')
  async claim(@Ctx() ctx: RequestContext) {
    const input = { applicationId: applicationIn(ctx) };
    const { applicationId } = await this.transaction.run(ctx, (tx) => this.claims.execute(tx, input));
    return redirect(`/desk/applications/${applicationId}`, { notice: 'You are working on this application' });
  }

  @Post('releases')
  @Requires({ organization: 'certifying-body', roles: ['reviewer', 'administrator'] })
  @FormPage('show')
  async release(@Ctx() ctx: RequestContext) {
    const input = { applicationId: applicationIn(ctx) };
    const { applicationId } = await this.transaction.run(ctx, (tx) => this.releases.execute(tx, input));
    return redirect(`/desk/applications/${applicationId}`, { notice: 'The application is back in the queue' });
  }
}
