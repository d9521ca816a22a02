import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { PauseCase, TIMEKEEPERS } from '../use-cases/pause-case.js';
import { WaiveRequirement } from '../use-cases/waive-requirement.js';
import { applicationIn } from './application-in.js';
import { PauseDto, WaiverDto } from './case-work.dto.js';

/** A case's clock and its waivers. */
@Controller('api/v1/applications/:id')
export class CaseWorkApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly pauses: PauseCase,
    private readonly waives: WaiveRequirement,
  ) {}

  /** Stops the clock, for a reason that the applicant sees. */
  @Post('pauses')
  @Requires({ organization: 'certifying-body', roles: TIMEKEEPERS })
  pause(@Ctx() ctx: RequestContext, @Body() { reason }: PauseDto) {
    const applicationId = applicationIn(ctx);
    return this.transaction.run(ctx, (tx) => this.pauses.pause(tx, { applicationId, reason }));
  }

  /** Lets it run again. */
  @Post('pauses/endings')
  @Requires({ organization: 'certifying-body', roles: TIMEKEEPERS })
  resume(@Ctx() ctx: RequestContext, @Body() { reason }: PauseDto) {
    const applicationId = applicationIn(ctx);
    return this.transaction.run(ctx, (tx) => this.pauses.resume(tx, { applicationId, reason }));
  }

  /** Sets a requirement aside. The session must have been confirmed lately. */
  @Post('waivers')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  waive(@Ctx() ctx: RequestContext, @Body() waiver: WaiverDto) {
    const applicationId = applicationIn(ctx);
    return this.transaction.run(ctx, (tx) => this.waives.execute(tx, { applicationId, ...waiver }));
  }
}
