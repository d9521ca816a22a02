import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { ManageSignOff } from '../use-cases/manage-sign-off.js';
import { ReadSignOffs } from '../use-cases/read-sign-offs.js';
import { RequestSignOff } from '../use-cases/request-sign-off.js';
import { newSignOffPage, signOffStatusPage } from './sign-offs.page.js';

@Controller('practice/sign-offs')
export class PracticeSignOffsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readSignOffs: ReadSignOffs,
    private readonly requestSignOff: RequestSignOff,
    private readonly manage: ManageSignOff,
  ) {}

  @Get('new')
  @SignedIn()
  async choose(@Ctx() ctx: RequestContext) {
    const free = await this.transaction.read(ctx, (tx) => this.readSignOffs.choices(tx));
    return view('practice/new-sign-off', newSignOffPage(free));
  }

  @Post()
  @SignedIn()
  @FormPage('choose')
  async request(@Ctx() ctx: RequestContext, @Body() sent: Record<string, unknown>) {
    const entryIds = [sent['entryIds'] ?? []].flat().filter((id): id is string => typeof id === 'string' && id !== '');
    const { signOffId } = await this.transaction.run(ctx, (tx) => this.requestSignOff.execute(tx, { entryIds }));
    return redirect(`/practice/sign-offs/${signOffId}`, {
      notice: say`Your request is on its way to your supervisor.`,
    });
  }

  @Get(':id')
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this request');
    const readout = await this.transaction.read(ctx, (tx) => this.readSignOffs.one(tx, id));
    return view('practice/sign-off-status', signOffStatusPage(readout));
  }

  @Post(':id/links')
  @SignedIn()
  @FormPage('show')
  async sendAgain(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this request');
    await this.transaction.run(ctx, (tx) => this.manage.sendAgain(tx, id));
    return redirect(`/practice/sign-offs/${id}`, {
      notice: say`A new link is on its way. The one before opens nothing any more.`,
    });
  }

  @Post(':id/revocations')
  @SignedIn()
  @FormPage('show')
  async revoke(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this request');
    await this.transaction.run(ctx, (tx) => this.manage.revoke(tx, id));
    return redirect(`/practice/sign-offs/${id}`, {
      notice: say`The request is taken back. The entries are yours again.`,
    });
  }
}
