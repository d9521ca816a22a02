import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { ConfirmRemovalAtDesk } from '../use-cases/confirm-removal-at-desk.js';
import { HelpAtDesk } from '../use-cases/help-at-desk.js';
import { ReadDesk } from '../use-cases/read-desk.js';
import { IdentityCheckDto } from './desk.dto.js';
import { confirmationOf, identityChecks, removalNotice, waitingPage } from './desk.page.js';

/** A lost second factor: an administrator removes it, and where one is not enough another one confirms. */
@Controller('desk')
@Requires({ organization: 'certifying-body', roles: ['administrator'] })
export class DeskSecondFactorsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readDesk: ReadDesk,
    private readonly help: HelpAtDesk,
    private readonly confirmation: ConfirmRemovalAtDesk,
  ) {}

  @Get('people/:number/second-factor-removals/new')
  newRemoval(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const { person, worksForBody } = await this.readDesk.execute(tx, ctx.params['number'] ?? '');
      const { number, displayName } = person;
      const path = `/desk/people/${number}/second-factor-removals/new`;
      if (!(await this.confirmation.isReallyThem(tx))) return redirect(confirmationOf(path));
      const model = { number, displayName, worksForBody, identityChecks };
      return view('portal/desk-second-factor', model, { title: 'A lost second factor' });
    });
  }

  @Post('people/:number/second-factor-removals')
  @FormPage('newRemoval')
  async remove(@Ctx() ctx: RequestContext, @Body() { identityCheck }: IdentityCheckDto) {
    const number = ctx.params['number'] ?? '';
    const { waits } = await this.transaction.run(ctx, (tx) =>
      this.help.removeSecondFactor(tx, { number, identityCheck }),
    );
    return redirect(`/desk/people/${encodeURIComponent(number)}`, { notice: removalNotice(waits) });
  }

  @Get('second-factor-removals/:id')
  showRemoval(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const removal = await this.confirmation.read(tx, ctx.params['id'] ?? '');
      if (!(await this.confirmation.isReallyThem(tx))) {
        return redirect(confirmationOf(`/desk/second-factor-removals/${removal.id}`));
      }
      const model = { id: removal.id, removal: waitingPage([removal])[0], identityChecks };
      return view('portal/desk-second-factor-confirmation', model, { title: 'Confirm a removal' });
    });
  }

  @Post('second-factor-removals/:id/confirmations')
  @FormPage('showRemoval')
  async confirm(@Ctx() ctx: RequestContext, @Body() { identityCheck }: IdentityCheckDto) {
    const removalId = ctx.params['id'] ?? '';
    await this.transaction.run(ctx, (tx) => this.confirmation.execute(tx, { removalId, identityCheck }));
    return redirect('/desk/people', { notice: removalNotice(false) });
  }
}
