import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect } from '../../../src/platform/http/responses.js';
import { PauseCase, TIMEKEEPERS } from '../use-cases/pause-case.js';
import { WaiveRequirement } from '../use-cases/waive-requirement.js';
import { applicationIn } from './application-in.js';
import { PauseDto, WaiverDto } from './case-work.dto.js';
import { CaseView } from './case-view.js';

/** A case's clock and its waivers. */
@Controller('desk/applications/:id')
export class CaseWorkPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly page: CaseView,
    private readonly pauses: PauseCase,
    private readonly waives: WaiveRequirement,
  ) {}

  /** For {@link FormPage}; the address itself is served by the claims. */
  show(ctx: RequestContext) {
    return this.page.show(ctx);
  }

  @Post('pauses')
  @Requires({ organization: 'certifying-body', roles: TIMEKEEPERS })
  @FormPage('show')
  async pause(@Ctx() ctx: RequestContext, @Body() { reason }: PauseDto) {
    const applicationId = applicationIn(ctx);
    await this.transaction.run(ctx, (tx) => this.pauses.pause(tx, { applicationId, reason }));
    return redirect(`/desk/applications/${applicationId}`, {
      notice: 'The clock stands still. The applicant sees why.',
    });
  }

  @Post('pauses/endings')
  @Requires({ organization: 'certifying-body', roles: TIMEKEEPERS })
  @FormPage('show')
  async resume(@Ctx() ctx: RequestContext, @Body() { reason }: PauseDto) {
    const applicationId = applicationIn(ctx);
    await this.transaction.run(ctx, (tx) => this.pauses.resume(tx, { applicationId, reason }));
    return redirect(`/desk/applications/${applicationId}`, { notice: 'The clock runs again' });
  }

  @Post('waivers')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  @FormPage('show')
  async waive(@Ctx() ctx: RequestContext, @Body() waiver: WaiverDto) {
    const applicationId = applicationIn(ctx);
    await this.transaction.run(ctx, (tx) => this.waives.execute(tx, { applicationId, ...waiver }));
    const notice = 'The requirement is set aside. The applicant reads why; you do not decide about this application.';
    return redirect(`/desk/applications/${applicationId}`, { notice });
  }
}
