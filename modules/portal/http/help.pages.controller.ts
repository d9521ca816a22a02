import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { Organizations } from '../../organizations/organizations.public.js';

/** Whom to ask, and how things work here; linked at the foot of every page. */
@Controller('help')
export class HelpPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly organizations: Organizations,
  ) {}

  @Get()
  @Public('help is for everybody, with an account or without')
  async show(@Ctx() ctx: RequestContext) {
    const bodies = await this.transaction.read(ctx, (tx) => this.organizations.bodies(tx));
    const desks = bodies.map(({ name, contactEmail }) => ({ name, contactEmail }));
    return view('portal/help', { desks, isSignedIn: ctx.actor.kind === 'person' }, { title: say`Help` });
  }
}
