import { Controller, Get } from '@nestjs/common';
import { Public, SignedIn } from '../../../src/platform/access/access-rule.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Installation } from '../../../src/platform/database/installation.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { FileMailer } from '../../../src/platform/mail/file-mailer.js';
import { Mailer } from '../../../src/platform/mail/mailer.js';
import { say } from '../../../src/platform/translation/say.js';
import { ReadLetters } from '../use-cases/read-letters.js';
import { devMailPage, lettersPage } from './letters.page.js';

const PAGE_SIZE = 20;

@Controller()
export class LettersPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readLetters: ReadLetters,
    private readonly mailer: Mailer,
    private readonly installation: Installation,
  ) {}

  @Get('letters')
  @SignedIn()
  async own(@Ctx() ctx: RequestContext) {
    const letters = await this.transaction.read(ctx, (tx) =>
      this.readLetters.execute(tx, { limit: PAGE_SIZE + 1, before: ctx.query['before'] }),
    );
    return view('notifications/letters', lettersPage(letters, PAGE_SIZE), { title: say`Letters to you` });
  }

  @Get('dev/mail')
  @Public('the file outbox of a demonstration: nothing in it is about a real person')
  async outbox() {
    if (!this.installation.demonstration || !(this.mailer instanceof FileMailer)) throw notFound('this page');
    return view('notifications/dev-mail', devMailPage(await this.mailer.list()), { title: 'Letters sent' });
  }
}
