import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { RequireConfirmed } from '../use-cases/require-confirmed.js';
import { OfferSecondFactor } from '../use-cases/second-factor.js';
import { CodeDto } from './people.dto.js';
import { SecondFactorOn } from './second-factor.flow.js';

/** Setting up an authenticator by a program; needs a token of the last quarter of an hour. */
@Controller('api/v1/me/second-factors')
@SignedIn()
export class SecondFactorsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly requireConfirmed: RequireConfirmed,
    private readonly offer: OfferSecondFactor,
    private readonly turnOn: SecondFactorOn,
  ) {}

  @Post()
  create(@Ctx() ctx: RequestContext) {
    return this.transaction.run(unrepeatable(ctx), async (tx) => {
      const { personId } = await this.requireConfirmed.execute(tx);
      return this.offer.execute(tx, personId);
    });
  }

  /** The first code turns it on. The answer holds the recovery codes and the token that replaces the present one. */
  @Post('confirmations')
  @HttpCode(201)
  async confirm(@Ctx() ctx: RequestContext, @Body() { code }: CodeDto) {
    const { recoveryCodes, token } = await this.turnOn.execute(ctx, code);
    return { recoveryCodes, token };
  }
}
