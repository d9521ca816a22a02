import { Body, Controller, Get, Post } from '@nestjs/common';
import { organizationsOf, type PersonActor } from '../../../src/kernel/actor.js';
import { Public, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { ChooseAim } from '../use-cases/choose-aim.js';
import { ReadStaffHome } from '../use-cases/read-staff-home.js';
import { ReadTraineeHome } from '../use-cases/read-trainee-home.js';
import { AimFormDto } from './aims.dto.js';
import { STAFF_ROLES, standpointOf } from './navigation.js';
import { staffHomePage } from './staff-home.page.js';
import { traineeHomePage } from './trainee-home.page.js';

/** Where everybody lands: the one page that matters to them. */
@Controller()
export class HomePagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readTraineeHome: ReadTraineeHome,
    private readonly readStaffHome: ReadStaffHome,
    private readonly choosesAim: ChooseAim,
  ) {}

  @Get()
  @Public('the front page')
  front(@Ctx() ctx: RequestContext) {
    return ctx.actor.kind === 'person' ? redirect('/home') : view('portal/front', {});
  }

  @Get('home')
  @SignedIn()
  async home(@Ctx() ctx: RequestContext) {
    switch (standpointOf(ctx.actor)) {
      case 'staff':
        return this.staffHome(ctx);
      case 'employer':
        return redirect('/roster');
      case 'trainee':
      case 'visitor':
        return this.traineeHome(ctx);
    }
  }

  /** From the home, or from the page of a certification: what the person works toward. */
  @Post('aims')
  @SignedIn()
  @FormPage('home')
  async chooseAim(@Ctx() ctx: RequestContext, @Body() { aim }: AimFormDto) {
    const [bodyId, schemeCode = ''] = aim.split('/');
    const { title } = await this.transaction.run(ctx, (tx) => this.choosesAim.execute(tx, { bodyId, schemeCode }));
    return redirect('/home', { notice: say`You work toward ${sayWord(title)} now` });
  }

  /** From the home: none for now. */
  @Post('aims/removals')
  @SignedIn()
  @FormPage('home')
  async takeAimBack(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.choosesAim.takeBack(tx));
    return redirect('/home', { notice: say`What you work toward is open again. Nothing you recorded is lost.` });
  }

  private async traineeHome(ctx: RequestContext) {
    const { personId } = ctx.actor as PersonActor;
    return this.transaction.read(ctx, async (tx) => {
      const home = await this.readTraineeHome.execute(tx, personId);
      return view('portal/trainee-home', traineeHomePage(home), { title: say`Home` });
    });
  }

  private async staffHome(ctx: RequestContext) {
    const bodies = [...new Set(organizationsOf(ctx.actor, ...STAFF_ROLES))];
    if (bodies.length === 0) return redirect('/second-factor?returnTo=%2Fhome');
    const { personId } = ctx.actor as PersonActor;
    const home = await this.transaction.read(ctx, (tx) => this.readStaffHome.execute(tx, bodies, personId));
    return view('portal/staff-home', staffHomePage(ctx.actor, home), { title: say`Home` });
  }
}
