import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { RequestPasswordLink } from '../use-cases/reset-password.js';
import { PasswordLinkFlow } from './password-link.flow.js';
import { EmailDto, PasswordByLinkDto } from './people.dto.js';

/** Lost passwords, for programs. Answers never tell whether an address is known. */
@Controller('api/v1')
@Public('used by people who cannot sign in; the mailed token is checked by the use case')
export class PasswordLinksApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly requestLink: RequestPasswordLink,
    private readonly flow: PasswordLinkFlow,
  ) {}

  @Post('password-resets')
  @HttpCode(202)
  async request(@Ctx() ctx: RequestContext, @Body() { email }: EmailDto) {
    await this.transaction.run(unrepeatable(ctx), (tx) => this.requestLink.execute(tx, email));
    return { next: 'If the address belongs to an account, a letter with a link is on its way to it.' };
  }

  @Post('passwords')
  @HttpCode(204)
  async setPassword(@Ctx() ctx: RequestContext, @Body() { token, password }: PasswordByLinkDto): Promise<void> {
    await this.flow.use(ctx, token, password);
  }
}
