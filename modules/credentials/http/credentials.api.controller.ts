import { Controller, Get } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { file } from '../../../src/platform/http/responses.js';
import { ReadCertificate } from '../use-cases/read-certificate.js';
import { ReadCredential, STAFF } from '../use-cases/read-credential.js';
import { ReadRegister } from '../use-cases/read-register.js';

@Controller('api/v1')
export class CredentialsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly register: ReadRegister,
    private readonly credential: ReadCredential,
    private readonly certificate: ReadCertificate,
  ) {}

  /** The person's own certifications, with their standing today. */
  @Get('credentials')
  @SignedIn()
  list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => ({
      credentials: await this.register.ofPerson(tx, personIdOf(tx.actor)),
    }));
  }

  /** The certificate as PDF, for its holder and for staff of its body. */
  @Get('credentials/:number/certificate')
  @SignedIn()
  async download(@Ctx() ctx: RequestContext) {
    const number = ctx.params['number'] ?? '';
    const { bytes, fileName } = await this.transaction.read(ctx, (tx) => this.certificate.execute(tx, { number }));
    return file(bytes, fileName, 'application/pdf');
  }

  /** A credential with its history, for staff of its body. */
  @Get('desk/credentials/:number')
  @Requires({ organization: 'certifying-body', roles: STAFF })
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.credential.execute(tx, ctx.params['number'] ?? ''));
  }
}
