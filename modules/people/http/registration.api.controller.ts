import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { languageWished } from '../../../src/kernel/languages.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ConfirmAddress } from '../use-cases/confirm-address.js';
import { LinkDto, RegistrationDto } from './people.dto.js';
import { RegistrationFlow } from './registration.flow.js';

/** Registration for programs. Answers never tell whether an address is known. */
@Controller('api/v1')
@Public('used before anybody can sign in; mailed tokens are checked by the use cases')
export class RegistrationApiController {
  constructor(
    private readonly registration: RegistrationFlow,
    private readonly transaction: Transaction,
    private readonly confirmAddress: ConfirmAddress,
  ) {}

  @Post('people')
  @HttpCode(202)
  async register(
    @Ctx() ctx: RequestContext,
    @Body() form: RegistrationDto,
    @Headers('accept-language') acceptLanguage?: string,
  ) {
    await this.registration.start(ctx, form, languageWished(acceptLanguage));
    return { next: 'Open the link in the letter to this address: it confirms the address and makes the account.' };
  }

  @Post('verifications')
  confirm(@Ctx() ctx: RequestContext, @Body() { token }: LinkDto) {
    return this.transaction.run(unrepeatable(ctx), (tx) => this.confirmAddress.execute(tx, token));
  }
}
