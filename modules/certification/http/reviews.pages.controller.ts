import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect } from '../../../src/platform/http/responses.js';
import { ReviewApplication } from '../use-cases/review-application.js';
import { applicationIn } from './application-in.js';
import { ReviewDto } from './applications.dto.js';
import { CaseView } from './case-view.js';

@Controller('desk/applications/:id/reviews')
@Requires({ organization: 'certifying-body', roles: ['reviewer'] })
export class ReviewsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly page: CaseView,
    private readonly reviews: ReviewApplication,
  ) {}

  /** For {@link FormPage}; the address itself is served by the claims. */
  show(ctx: RequestContext) {
    return this.page.show(ctx);
  }

  @Post()
  @FormPage('show')
  async review(@Ctx() ctx: RequestContext, @Body() { outcome, note }: ReviewDto) {
    const input = { applicationId: applicationIn(ctx), outcome, note: note ?? null };
    const { applicationId } = await this.transaction.run(ctx, (tx) => this.reviews.execute(tx, input));
    const notice = outcome === 'admitted' ? 'The applicant is admitted' : 'The application is returned with your note';
    return redirect(`/desk/applications/${applicationId}`, { notice });
  }
}
