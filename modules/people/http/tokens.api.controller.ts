import { Body, Controller, Delete, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { Public, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { withFieldsNamed } from '../../../src/platform/http/validation.js';
import { actingPerson } from '../use-cases/require-confirmed.js';
import { EndSession } from '../use-cases/sessions.js';
import { TokenRequestDto } from './people.dto.js';
import { SignInFlow } from './sign-in.flow.js';
import { visitorOf } from './visitor.js';

/** Bearer tokens: sessions of programs. */
@Controller('api/v1/tokens')
export class TokensApiController {
  constructor(
    private readonly flow: SignInFlow,
    private readonly transaction: Transaction,
    private readonly endSession: EndSession,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The token is shown here and never again. */
  @Post()
  @Public('where programs begin')
  async create(@Ctx() ctx: RequestContext, @Body() form: TokenRequestDto, @Headers('user-agent') agent?: string) {
    const { email, password, totp: code } = form;
    const visitor = visitorOf(ctx, this.config, agent);
    const signIn = this.flow.signIn(ctx, 'api', { email, password, code }, visitor);
    const { token } = await signIn.catch((error: unknown) => {
      throw withFieldsNamed(error, { code: 'totp' });
    });
    return { token };
  }

  /** Ends the session of the token that was sent. */
  @Delete()
  @HttpCode(204)
  @SignedIn()
  async end(@Ctx() ctx: RequestContext): Promise<void> {
    await this.transaction.run(unrepeatable(ctx), (tx) => this.endSession.execute(tx, actingPerson(tx).sessionId));
  }
}
