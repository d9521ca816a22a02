import { Body, Controller, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import type { ChangeKind } from '../domain/status-change.js';
import { ChangeByRegistrar } from '../use-cases/change-by-registrar.js';
import { ReversalDto, StatusChangeDto } from './credentials.dto.js';
import { changeOf } from './status-change.form.js';

/** A registrar's changes to a credential of their body. */
@Controller('api/v1/credentials/:number')
@Requires({ organization: 'certifying-body', roles: ['registrar'] })
export class StatusChangesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly changes: ChangeByRegistrar,
  ) {}

  /** A public note with its dates, which leaves the standing as it is. Reasons: `ethics_decision`, `agency_order`. */
  @Post('reprimands')
  reprimand(@Ctx() ctx: RequestContext, @Body() body: StatusChangeDto) {
    return this.change(ctx, 'reprimanded', body);
  }

  /** Takes a decision back as if it had never been. Reasons: `appeal_upheld`, `decided_in_error`, `agency_order`. */
  @Post('reversals')
  reverse(@Ctx() ctx: RequestContext, @Body() { eventId, reason, explanation = '' }: ReversalDto) {
    const input = { number: ctx.params['number'] ?? '', eventId, reason, explanation };
    return this.transaction.run(ctx, (tx) => this.changes.reverse(tx, input));
  }

  /** Reasons: `concern_looked_into`, `requirement_still_needed`, `holder_asked`, `agency_order`. */
  @Post('suspensions')
  suspend(@Ctx() ctx: RequestContext, @Body() body: StatusChangeDto) {
    return this.change(ctx, 'suspended', body);
  }

  /** Reasons: `concern_closed`, `requirement_met`, `holder_asked`, `decision_changed`. */
  @Post('reinstatements')
  reinstate(@Ctx() ctx: RequestContext, @Body() body: StatusChangeDto) {
    return this.change(ctx, 'reinstated', body);
  }

  /** Reasons: `ethics_decision`, `granted_in_error`, `agency_order`. */
  @Post('revocations')
  revoke(@Ctx() ctx: RequestContext, @Body() body: StatusChangeDto) {
    return this.change(ctx, 'revoked', body);
  }

  /** The holder gave it back. Reason: `holder_asked`. */
  @Post('surrenders')
  surrender(@Ctx() ctx: RequestContext, @Body() body: StatusChangeDto) {
    return this.change(ctx, 'surrendered', body);
  }

  private change(ctx: RequestContext, kind: ChangeKind, body: StatusChangeDto) {
    const input = changeOf(ctx.params['number'] ?? '', kind, body);
    return this.transaction.run(ctx, (tx) => this.changes.execute(tx, input));
  }
}
