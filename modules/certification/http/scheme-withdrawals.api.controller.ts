import { Body, Controller, Post } from '@nestjs/common';
import { IsString, IsUUID, Length } from 'class-validator';
import { Temporal } from 'temporal-polyfill';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { IsPlainDate } from '../../../src/platform/http/validation.js';
import { WithdrawScheme } from '../use-cases/withdraw-scheme.js';

export class SchemeWithdrawalDto {
  @IsUUID(undefined, { message: 'Name the certifying body' })
  bodyId: string;

  @IsString({ message: 'Name the certification by its code' })
  @Length(1, 100, { message: 'Name the certification by its code' })
  schemeCode: string;

  /** The first day without new applications. */
  @IsPlainDate({ message: 'Enter the first day without new applications, such as 2026-12-01' })
  withdrawnFrom: string;

  @IsString({ message: 'Write why' })
  @Length(1, 1000, { message: 'Write why, in at most 1,000 characters' })
  reason: string;
}

/** Ends the taking of new applications under a scheme. */
@Controller('api/v1/desk/scheme-withdrawals')
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class SchemeWithdrawalsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly withdraws: WithdrawScheme,
  ) {}

  @Post()
  withdraw(@Ctx() ctx: RequestContext, @Body() body: SchemeWithdrawalDto) {
    const input = { ...body, withdrawnFrom: Temporal.PlainDate.from(body.withdrawnFrom) };
    return this.transaction.run(ctx, (tx) => this.withdraws.execute(tx, input));
  }
}
