import { Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file } from '../../../src/platform/http/responses.js';
import { AskCompletion } from '../use-cases/ask-completion.js';
import { ReadCompletion } from '../use-cases/read-completion.js';
import { ReadOwnCertificate } from '../use-cases/read-own-certificate.js';

/** The same for programs: ask for the certificate of a finished course, see how far it is, take the file. */
@Controller('api/v1/courses/:course/certificate')
@SignedIn()
export class CompletionsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly completions: ReadCompletion,
    private readonly certificates: ReadOwnCertificate,
    private readonly asking: AskCompletion,
  ) {}

  @Get()
  look(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.answer(tx, codeOf(ctx)));
  }

  @Post()
  ask(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, async (tx) => {
      await this.asking.execute(tx, { courseCode: codeOf(ctx) });
      return this.answer(tx, codeOf(ctx));
    });
  }

  @Get('file')
  async download(@Ctx() ctx: RequestContext) {
    const input = { courseCode: codeOf(ctx) };
    const { bytes, fileName } = await this.transaction.read(ctx, (tx) => this.certificates.file(tx, input));
    return file(bytes, fileName, 'application/pdf');
  }

  /** `certificate` is null until one was asked for. */
  private async answer(tx: Tx, courseCode: string) {
    const certificate = await this.certificates.execute(tx, await this.completions.execute(tx, { courseCode }));
    if (!certificate) return { certificate };
    const { token: _, ...said } = certificate;
    return { certificate: said };
  }
}

function codeOf(ctx: RequestContext): string {
  return ctx.params['course'] ?? '';
}
