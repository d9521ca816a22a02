import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view, type ViewResponse } from '../../../src/platform/http/responses.js';
import { ReadSignedTexts } from '../use-cases/read-signed-texts.js';
import { signedTextPage } from './statement.page.js';

/** What was signed, word for word: for who signed it, and for those who review it for the body it was signed for. */
@Controller()
@SignedIn()
export class SignedTextsController {
  constructor(
    private readonly transaction: Transaction,
    private readonly texts: ReadSignedTexts,
  ) {}

  @Get('evidence/signed-texts/:id')
  async show(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const page = signedTextPage(await this.one(ctx));
    return view('evidence/signed-text', page, { title: page.title });
  }

  @Get('api/v1/signed-texts/:id')
  one(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this signed text');
    return this.transaction.read(ctx, (tx) => this.texts.one(tx, id));
  }
}
