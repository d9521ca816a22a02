import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { AskExtension } from '../use-cases/ask-extension.js';
import { DecideExtension } from '../use-cases/decide-extension.js';
import { ReadExtensions } from '../use-cases/read-extensions.js';
import { ExtensionDecisionDto, ExtensionRequestDto } from './extensions.dto.js';

/** More time in a stage: asked for by its holder, answered by a registrar. */
@Controller('api/v1')
export class ExtensionsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly ask: AskExtension,
    private readonly decide: DecideExtension,
    private readonly extensions: ReadExtensions,
  ) {}

  /** For the holder: asks for the next extension of the stage that the credential is in. */
  @Post('credentials/:number/extensions')
  @SignedIn()
  request(@Ctx() ctx: RequestContext, @Body() { note }: ExtensionRequestDto) {
    return this.transaction.run(ctx, (tx) => this.ask.execute(tx, { number: ctx.params['number'] ?? '', note }));
  }

  /** What waits for a registrar of the actor's bodies, longest waiting first. */
  @Get('desk/extensions')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => ({ extensions: await this.extensions.execute(tx) }));
  }

  @Post('extensions/:id/decisions')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  answer(@Ctx() ctx: RequestContext, @Body() { outcome, answer }: ExtensionDecisionDto) {
    const input = { requestId: idParam(ctx, 'id', 'this request'), outcome, answer: answer ?? null };
    return this.transaction.run(ctx, (tx) => this.decide.execute(tx, input));
  }
}
