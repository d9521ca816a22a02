import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ChooseAim } from '../use-cases/choose-aim.js';
import { AimDto } from './aims.dto.js';

@Controller('api/v1/aims')
@SignedIn()
export class AimsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly chooses: ChooseAim,
  ) {}

  /** What the signed-in person works toward: one certification, or none yet. */
  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const aim = await this.transaction.read(ctx, (tx) => this.chooses.chosen(tx));
    return { aims: aim ? [aim] : [] };
  }

  /** Chooses it, in place of what was chosen before. */
  @Post()
  async choose(@Ctx() ctx: RequestContext, @Body() body: AimDto) {
    const { bodyId, code, title } = await this.transaction.run(ctx, (tx) => this.chooses.execute(tx, body));
    return { bodyId, schemeCode: code, title };
  }

  /** Works toward none for now; without one nothing happens. */
  @Delete()
  @HttpCode(204)
  takeBack(@Ctx() ctx: RequestContext): Promise<void> {
    return this.transaction.run(ctx, (tx) => this.chooses.takeBack(tx));
  }
}
