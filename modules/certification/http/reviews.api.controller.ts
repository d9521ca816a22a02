import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ClaimApplication } from '../use-cases/claim-application.js';
import { ReleaseApplication } from '../use-cases/release-application.js';
import { ReviewApplication } from '../use-cases/review-application.js';
import { applicationIn } from './application-in.js';
import { ReviewDto } from './applications.dto.js';

/** What a reviewer does with an application of their body. */
@Controller('api/v1/applications/:id')
export class ReviewsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly claims: ClaimApplication,
    private readonly releases: ReleaseApplication,
    private readonly reviews: ReviewApplication,
  ) {}

  /** Takes the application on. */
  @Post('claims')
  @Requires({ organization: 'certifying-body', roles: ['reviewer'] })
  claim(@Ctx() ctx: RequestContext) {
    const applicationId = applicationIn(ctx);
    return this.transaction.run(ctx, (tx) => this.claims.execute(tx, { applicationId }));
  }

  /** Hands the application back to the queue. */
  @Post('releases')
  @Requires({ organization: 'certifying-body', roles: ['reviewer', 'administrator'] })
  release(@Ctx() ctx: RequestContext) {
    const applicationId = applicationIn(ctx);
    return this.transaction.run(ctx, (tx) => this.releases.execute(tx, { applicationId }));
  }

  /** Returns the application with a note, or admits the applicant. Takes it on where nobody has. */
  @Post('reviews')
  @Requires({ organization: 'certifying-body', roles: ['reviewer'] })
  review(@Ctx() ctx: RequestContext, @Body() { outcome, note }: ReviewDto) {
    const input = { applicationId: applicationIn(ctx), outcome, note: note ?? null };
    return this.transaction.run(ctx, (tx) => this.reviews.execute(tx, input));
  }
}
