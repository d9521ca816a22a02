import { Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file, redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { AskCompletion } from '../use-cases/ask-completion.js';
import { ReadCompletion } from '../use-cases/read-completion.js';
import { ReadOwnCertificate } from '../use-cases/read-own-certificate.js';
import { completionPage } from './completion.page.js';

/** The record of completion of the one who reads it, and the certificate that says the same on paper. */
@Controller('courses/:course/completion')
@SignedIn()
export class CompletionsController {
  constructor(
    private readonly transaction: Transaction,
    private readonly completions: ReadCompletion,
    private readonly certificates: ReadOwnCertificate,
    private readonly asking: AskCompletion,
  ) {}

  @Get()
  async record(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) => {
      const completion = await this.completions.execute(tx, courseOf(ctx));
      return completionPage(completion, await this.certificates.execute(tx, completion));
    });
    return view('courses/completion', page);
  }

  @Post('certificates')
  async ask(@Ctx() ctx: RequestContext) {
    const { courseCode } = courseOf(ctx);
    await this.transaction.run(ctx, (tx) => this.asking.execute(tx, { courseCode }));
    return redirect(`/courses/${courseCode}/completion#certificate`, {
      notice: say`Your certificate is being made. Look again in a minute.`,
    });
  }

  @Get('certificate')
  async download(@Ctx() ctx: RequestContext) {
    const { bytes, fileName } = await this.transaction.read(ctx, (tx) => this.certificates.file(tx, courseOf(ctx)));
    return file(bytes, fileName, 'application/pdf');
  }
}

function courseOf(ctx: RequestContext): { courseCode: string } {
  return { courseCode: ctx.params['course'] ?? '' };
}
