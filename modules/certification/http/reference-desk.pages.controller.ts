import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { AcceptReference } from '../use-cases/accept-reference.js';
import { STAFF } from '../use-cases/open-case.js';
import { ReadReferences } from '../use-cases/read-references.js';
import { applicationIn } from './application-in.js';
import { ReferenceOutcomeDto } from './references.dto.js';
import { deskReferencesPage } from './references.page.js';

/** The references of a case, for staff: that they came. What they say is for the named readers of the sealed file. */
@Controller('desk/applications/:id/references')
@Requires({ organization: 'certifying-body', roles: STAFF })
export class ReferenceDeskPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadReferences,
    private readonly accepts: AcceptReference,
  ) {}

  @Get()
  async show(@Ctx() ctx: RequestContext) {
    const found = await this.transaction.read(ctx, (tx) => this.reads.atDesk(tx, applicationIn(ctx)));
    const page = deskReferencesPage(found);
    return view('certification/desk-references', page, { title: page.title });
  }

  @Post(':requestId/reviews')
  @Requires({ organization: 'certifying-body', roles: ['reviewer'] })
  @FormPage('show')
  async review(@Ctx() ctx: RequestContext, @Body() { outcome }: ReferenceOutcomeDto) {
    const applicationId = applicationIn(ctx);
    const requestId = idParam(ctx, 'requestId', 'this reference');
    await this.transaction.run(ctx, (tx) => this.accepts.execute(tx, { applicationId, requestId, outcome }));
    const notice = outcome === 'accepted' ? 'The reference is accepted' : 'The applicant can name somebody else';
    return redirect(`/desk/applications/${applicationId}/references`, { notice });
  }
}
