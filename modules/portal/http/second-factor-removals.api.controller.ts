import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { AccountDesk } from '../../people/account-desk.public.js';
import { HelpAtDesk } from '../use-cases/help-at-desk.js';
import { ReadRemovals } from '../use-cases/read-desk.js';
import { removalNotice, waitingJson } from './desk.page.js';
import { IdentityCheckDto, SecondFactorRemovalByNumberDto } from './desk.dto.js';

@Controller('api/v1/second-factor-removals')
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class SecondFactorRemovalsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly help: HelpAtDesk,
    private readonly desk: AccountDesk,
    private readonly removals: ReadRemovals,
  ) {}

  /** Those that wait for a second administrator. */
  @Get()
  async list(@Ctx() ctx: RequestContext) {
    return { waiting: waitingJson(await this.transaction.read(ctx, (tx) => this.removals.execute(tx))) };
  }

  @Post()
  @HttpCode(202)
  async create(@Ctx() ctx: RequestContext, @Body() form: SecondFactorRemovalByNumberDto) {
    const { id, waits } = await this.transaction.run(ctx, (tx) => this.help.removeSecondFactor(tx, form));
    return { id, state: waits ? 'waiting' : 'removed', next: removalNotice(waits) };
  }

  @Post(':id/confirmations')
  @HttpCode(202)
  async confirm(@Ctx() ctx: RequestContext, @Body() { identityCheck }: IdentityCheckDto) {
    const removalId = ctx.params['id'] ?? '';
    await this.transaction.run(ctx, (tx) => this.desk.confirmRemoval(tx, { removalId, identityCheck }));
    return { id: removalId, state: 'removed', next: removalNotice(false) };
  }
}
