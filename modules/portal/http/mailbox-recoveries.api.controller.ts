import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { HelpAtDesk } from '../use-cases/help-at-desk.js';
import { MailboxRecoveryByNumberDto } from './desk.dto.js';

@Controller('api/v1/mailbox-recoveries')
@Requires({ organization: 'certifying-body', roles: ['registrar', 'administrator'] })
export class MailboxRecoveriesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly help: HelpAtDesk,
  ) {}

  @Post()
  @HttpCode(202)
  async create(@Ctx() ctx: RequestContext, @Body() form: MailboxRecoveryByNumberDto) {
    await this.transaction.run(ctx, (tx) => this.help.recoverMailbox(tx, form));
    return { next: 'The new address has a letter with a link. When it is opened, the account moves there.' };
  }
}
