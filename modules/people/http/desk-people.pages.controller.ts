import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { IDENTITY_CHECKS } from '../domain/identity-checks.js';
import { displayName } from '../domain/name.js';
import { ReadPersonAtDesk, RecoverMailbox } from '../use-cases/recover-mailbox.js';
import { MailboxRecoveryDto } from './people.dto.js';

const identityChecks = Object.entries(IDENTITY_CHECKS).map(([value, label]) => ({ value, label }));

/** The desk of a certifying body: a person is found by their number, and a lost mailbox is put right. */
@Controller('desk/people')
@Requires({ organization: 'certifying-body', roles: ['registrar', 'administrator'] })
export class DeskPeoplePagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readPerson: ReadPersonAtDesk,
    private readonly recoverMailbox: RecoverMailbox,
  ) {}

  @Get()
  show(@Ctx() ctx: RequestContext) {
    return this.page(ctx, ctx.query['number'] ?? '');
  }

  @Get(':number')
  showPerson(@Ctx() ctx: RequestContext) {
    return this.page(ctx, ctx.params['number'] ?? '');
  }

  @Post(':number/mailbox-recoveries')
  @FormPage('showPerson')
  async recover(@Ctx() ctx: RequestContext, @Body() form: MailboxRecoveryDto) {
    const number = ctx.params['number'] ?? '';
    await this.transaction.run(ctx, (tx) => this.recoverMailbox.execute(tx, { ...form, number }));
    return redirect(`/desk/people/${encodeURIComponent(number)}`, {
      notice:
        'The new address has a letter with a link. When it is opened, the account moves there. Both addresses are told.',
    });
  }

  private page(ctx: RequestContext, number: string) {
    return this.transaction.read(ctx, async (tx) => {
      const found = number.trim() === '' ? null : await this.readPerson.execute(tx, number);
      const person = found && {
        number: found.person.number,
        displayName: displayName(found.person),
        rows: [
          { key: 'Person number', value: found.person.number },
          { key: 'Legal name', value: found.person.legalName },
          { key: 'Chosen name', value: found.person.chosenName },
          { key: 'E-mail address', value: found.hasEmail },
        ],
      };
      const nobody = number.trim() !== '' && !person;
      return view('people/desk-people', { number, nobody, person, identityChecks }, { title: 'Find a person' });
    });
  }
}
