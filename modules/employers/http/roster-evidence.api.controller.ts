import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ReadRosterEvidence } from '../use-cases/read-roster-evidence.js';

/** What people share with their employer, as JSON. Every look is noted for them. */
@Controller('api/v1/roster')
@Requires({ organization: 'employer', roles: ['roster-manager'] })
export class RosterEvidenceApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadRosterEvidence,
  ) {}

  /** Who shares, each with the evidence behind each competency; `?after=` is the `next` of the page before. */
  @Get('competencies')
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.reads.execute(tx, { after: ctx.query['after'], channel: 'api' }));
  }

  /** One person; `shared` is null where they share nothing with this employer. */
  @Get(':id')
  one(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this person on your roster');
    return this.transaction.run(ctx, async (tx) => {
      const { line, shared } = await this.reads.one(tx, id, 'api');
      return { ...line, asOf: tx.now.toString(), shared };
    });
  }
}
