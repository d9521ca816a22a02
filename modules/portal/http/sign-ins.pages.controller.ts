import { Controller, Get, Inject } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Installation } from '../../../src/platform/database/installation.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { totpCode } from '../../people/people.public.js';
import { knownSignIns } from '../demonstration/sign-ins.js';
import { signInsPage } from './sign-ins.page.js';

/** Who can be signed in as in a demonstration. Its clock runs ahead, so that no real authenticator app shows the right code. */
@Controller('dev/sign-ins')
export class SignInsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly installation: Installation,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DATA_DIR'>,
  ) {}

  @Get()
  @Public('the invented people of a demonstration; absent from every other installation')
  async show(@Ctx() ctx: RequestContext) {
    if (!this.installation.demonstration) throw notFound('this page');
    const now = await this.transaction.read(ctx, async (tx) => tx.now);
    const model = signInsPage(knownSignIns(this.config.DATA_DIR), now, totpCode);
    return view('portal/sign-ins', model, { title: 'People of this demonstration' });
  }
}
