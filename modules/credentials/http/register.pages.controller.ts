import { Controller, Get } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { ReadCredential, STAFF } from '../use-cases/read-credential.js';
import { SearchRegister } from '../use-cases/search-register.js';
import { credentialPage, registerPage } from './credentials.page.js';

/** The register, for staff of the body. */
@Controller('desk/credentials')
@Requires({ organization: 'certifying-body', roles: STAFF })
export class RegisterPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly search: SearchRegister,
    private readonly credential: ReadCredential,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const { rows, next, found } = await this.transaction.read(ctx, (tx) => this.search.execute(tx, ctx.query));
    if (found) return redirect(`/desk/credentials/${found}`);
    const mistyped = Boolean(ctx.query['number']);
    const page = { ...registerPage(rows, ctx.query, next), number: ctx.query['number'], mistyped };
    return view('credentials/register', page, { title: 'The register' });
  }

  @Get(':number')
  async show(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) => {
      const found = await this.credential.execute(tx, ctx.params['number'] ?? '');
      return credentialPage(found, dateIn(found.body.timeZone, tx.now).toString());
    });
    return view('credentials/credential', page, { title: `${page.title}, ${page.number}` });
  }
}
