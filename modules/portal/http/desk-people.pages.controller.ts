import { Body, Controller, Get, Post } from '@nestjs/common';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { HelpAtDesk } from '../use-cases/help-at-desk.js';
import { ReadDesk, ReadRemovals } from '../use-cases/read-desk.js';
import { MailboxRecoveryDto } from './desk.dto.js';
import { deskPersonPage, identityChecks, waitingPage } from './desk.page.js';

/** The desk of a certifying body: a person of the body is found by their number, and a lost mailbox is put right. */
@Controller('desk/people')
@Requires({ organization: 'certifying-body', roles: ['registrar', 'administrator'] })
export class DeskPeoplePagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readDesk: ReadDesk,
    private readonly removals: ReadRemovals,
    private readonly help: HelpAtDesk,
  ) {}

  @Get()
  show(@Ctx() ctx: RequestContext) {
    const number = (ctx.query['number'] ?? '').trim();
    return this.transaction.read(ctx, async (tx) => {
      const found = number === '' ? null : await this.readDesk.search(tx, number);
      if (found && !(found instanceof DomainError)) return redirect(`/desk/people/${found.person.number}`);
      const waiting = waitingPage(await this.removals.execute(tx));
      return view('portal/desk-people', { number, nobody: found, waiting }, { title: 'Find a person' });
    });
  }

  @Get(':number')
  showPerson(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const person = deskPersonPage(await this.readDesk.execute(tx, ctx.params['number'] ?? ''));
      return view('portal/desk-person', { person }, { title: person.displayName });
    });
  }

  @Get(':number/mailbox-recoveries/new')
  newRecovery(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const { person, emailHint } = await this.readDesk.execute(tx, ctx.params['number'] ?? '');
      const { number, displayName } = person;
      const model = { number, displayName, emailHint, identityChecks };
      return view('portal/desk-mailbox', model, { title: 'A lost mailbox' });
    });
  }

  @Post(':number/mailbox-recoveries')
  @FormPage('newRecovery')
  async recover(@Ctx() ctx: RequestContext, @Body() form: MailboxRecoveryDto) {
    const number = ctx.params['number'] ?? '';
    await this.transaction.run(ctx, (tx) => this.help.recoverMailbox(tx, { ...form, number }));
    return redirect(`/desk/people/${encodeURIComponent(number)}`, {
      notice:
        'The new address has a letter with a link. When it is opened, the account moves there. Both addresses are told.',
    });
  }
}
