import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { Invite } from '../use-cases/invite.js';
import { InvitationDto } from './cohorts.dto.js';

@Controller('api/v1/teaching')
export class InvitingApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly inviting: Invite,
  ) {}

  /** Invites an address to a course, or to a group. */
  @Post('invitations')
  @HttpCode(204)
  @SignedIn()
  async invite(@Ctx() ctx: RequestContext, @Body() invitation: InvitationDto): Promise<void> {
    await this.transaction.run(ctx, (tx) => this.inviting.execute(tx, invitation));
  }
}
