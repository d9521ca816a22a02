import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { AskAccommodation } from '../use-cases/ask-accommodation.js';
import { GrantAccommodation } from '../use-cases/grant-accommodation.js';
import { ReadAccommodations } from '../use-cases/read-accommodations.js';
import { AskAccommodationDto } from './accommodations.dto.js';
import { ownAccommodationsPage } from './accommodations.page.js';

/** What helps a person in quizzes and exams: theirs to ask for, and theirs to give up. */
@Controller('accommodations')
@SignedIn()
export class AccommodationsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly read: ReadAccommodations,
    private readonly asking: AskAccommodation,
    private readonly granting: GrantAccommodation,
  ) {}

  @Get()
  async show(@Ctx() ctx: RequestContext) {
    const page = ownAccommodationsPage(await this.transaction.read(ctx, (tx) => this.read.own(tx)));
    return view('quizzes/accommodations', page, { title: say`What helps you in quizzes and exams` });
  }

  @Post('requests')
  @FormPage('show')
  async ask(@Ctx() ctx: RequestContext, @Body() wish: AskAccommodationDto) {
    await this.transaction.run(ctx, (tx) => this.asking.execute(tx, wish));
    return redirect('/accommodations', {
      notice: say`Your request is with the certifying body. A letter tells you when it is answered.`,
    });
  }

  @Post('requests/:id/withdrawals')
  @FormPage('show')
  async withdraw(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.asking.withdraw(tx, idParam(ctx, 'id', 'this request')));
    return redirect('/accommodations', { notice: say`Your request is taken back.` });
  }

  @Post(':id/endings')
  @FormPage('show')
  async end(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.granting.endOwn(tx, idParam(ctx, 'id', 'this accommodation')));
    return redirect('/accommodations', { notice: say`It does not hold any more. What is under way keeps its time.` });
  }
}
