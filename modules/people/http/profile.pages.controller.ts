import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { RenamePerson } from '../use-cases/names.js';
import { ReadProfile } from '../use-cases/read-profile.js';
import { actingPerson } from '../use-cases/require-confirmed.js';
import { ReadSecondFactor } from '../use-cases/sign-in.js';
import { NamesDto } from './people.dto.js';
import { profilePage } from './profile.page.js';

@Controller('profile')
@SignedIn()
export class ProfilePagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly profile: ReadProfile,
    private readonly secondFactor: ReadSecondFactor,
    private readonly rename: RenamePerson,
  ) {}

  @Get()
  show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const factor = await this.secondFactor.execute(tx, actingPerson(tx).personId);
      return view('people/profile', profilePage(await this.profile.execute(tx), factor), { title: say`Your profile` });
    });
  }

  @Get('names')
  showNames(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const { person, names } = await this.profile.execute(tx);
      const earlier = names.slice(1).map(({ legalName, chosenName, createdAt }) => ({
        title: chosenName ? `${legalName} (${chosenName})` : legalName,
        when: createdAt,
        timeZone: 'UTC',
      }));
      return view('people/profile-names', { person, earlier }, { title: say`Your names` });
    });
  }

  @Post('names')
  @FormPage('showNames')
  async saveNames(@Ctx() ctx: RequestContext, @Body() form: NamesDto) {
    await this.transaction.run(ctx, (tx) => this.rename.execute(tx, form));
    return redirect('/profile', { notice: say`Your names are saved.` });
  }
}
