import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { RecoverMailbox } from '../use-cases/recover-mailbox.js';
import { MailboxRecoveryByNumberDto } from './people.dto.js';

@Controller('api/v1/mailbox-recoveries')
@Requires({ organization: 'certifying-body', roles: ['registrar', 'administrator'] })
export class MailboxRecoveriesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly recoverMailbox: RecoverMailbox,
  ) {}

  @Post()
  @HttpCode(202)
  async create(@Ctx() ctx: RequestContext, @Body() form: MailboxRecoveryByNumberDto) {
    await this.transaction.run(ctx, (tx) => this.recoverMailbox.execute(tx, form));
    return { next: 'The new address has a letter with a link. When it is opened, the account moves there.' };
  }
}
