import { Controller, Get } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { ReadCertificate } from '../use-cases/read-certificate.js';
import { ReadOwnCredentials } from '../use-cases/read-own-credentials.js';
import { credentialsPage } from './credentials.page.js';

@Controller('credentials')
@SignedIn()
export class CredentialsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly own: ReadOwnCredentials,
    private readonly certificate: ReadCertificate,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const own = await this.transaction.read(ctx, (tx) => this.own.execute(tx, personIdOf(tx.actor)));
    return view('credentials/credentials', credentialsPage(own), { title: say`Your certifications` });
  }

  @Get(':number/certificate')
  async download(@Ctx() ctx: RequestContext) {
    const number = ctx.params['number'] ?? '';
    const { bytes, fileName } = await this.transaction.read(ctx, (tx) => this.certificate.execute(tx, { number }));
    return file(bytes, fileName, 'application/pdf');
  }
}
