import { Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file, redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { ReadOwnData } from '../use-cases/read-own-data.js';
import { CopyFlow } from './copy.flow.js';
import { ErasureFlow } from './erasure.flow.js';
import { askErasurePage, ownDataPage } from './privacy.page.js';

/** What is kept of oneself: to see, to take along, to have erased. */
@Controller('profile/data')
@SignedIn()
export class OwnDataPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly data: ReadOwnData,
    private readonly copy: CopyFlow,
    private readonly erasure: ErasureFlow,
  ) {}

  @Get()
  async show(@Ctx() ctx: RequestContext) {
    const page = ownDataPage(await this.transaction.read(ctx, (tx) => this.data.execute(tx)));
    return view('privacy/own-data', page, { title: say`Your data` });
  }

  @Post('copies')
  async take(@Ctx() ctx: RequestContext) {
    return file(await this.copy.make(ctx), COPY_NAME, COPY_TYPE);
  }

  @Get('erasures/new')
  async newErasure(@Ctx() ctx: RequestContext) {
    const page = askErasurePage(await this.transaction.read(ctx, (tx) => this.data.execute(tx)));
    return view('privacy/ask-erasure', page, { title: say`Have your data erased` });
  }

  @Post('erasures')
  @FormPage('newErasure')
  async ask(@Ctx() ctx: RequestContext) {
    await this.erasure.ask(ctx);
    return redirect('/profile/data', {
      notice: say`You asked for erasure. Until it is carried out you can take it back.`,
    });
  }

  @Post('erasures/withdrawals')
  @FormPage('show')
  async takeBack(@Ctx() ctx: RequestContext) {
    await this.erasure.takeBack(ctx);
    return redirect('/profile/data', { notice: say`You took it back. Nothing was erased.` });
  }
}

/** The same for programs. */
@Controller('api/v1')
@SignedIn()
export class OwnDataApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly data: ReadOwnData,
    private readonly copy: CopyFlow,
    private readonly erasure: ErasureFlow,
  ) {}

  @Get('me/data')
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.data.execute(tx));
  }

  @Post('me/data/copies')
  async take(@Ctx() ctx: RequestContext) {
    return file(await this.copy.make(ctx), COPY_NAME, COPY_TYPE);
  }

  @Post('erasures')
  ask(@Ctx() ctx: RequestContext) {
    return this.erasure.ask(ctx);
  }

  @Post('erasures/withdrawals')
  takeBack(@Ctx() ctx: RequestContext) {
    return this.erasure.takeBack(ctx);
  }
}

const COPY_NAME = 'goodstanding-your-data.json';
const COPY_TYPE = 'application/json; charset=utf-8';
