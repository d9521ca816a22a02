import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { VerifyCredential } from '../use-cases/verify-credential.js';
import { VerificationLimit } from './verification-limit.js';
import { VerificationInput } from './verification.dto.js';

@Controller('api/v1/standings')
export class VerificationApiController {
  constructor(
    private readonly verifyCredential: VerifyCredential,
    private readonly limit: VerificationLimit,
  ) {}

  /** The same answer as GET /v/{number}, with a surname that must not stand in an address. */
  @Post()
  @HttpCode(200)
  @Public('anyone may ask whether a credential is in good standing')
  async verify(@Ctx() ctx: RequestContext, @Body() { number, surname, onDate }: VerificationInput) {
    this.limit.count(ctx.ip);
    const on = onDate ? Temporal.PlainDate.from(onDate) : undefined;
    return this.verifyCredential.execute({ number, surname, onDate: on });
  }
}
