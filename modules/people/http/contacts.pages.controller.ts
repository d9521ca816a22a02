import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { AddContact, ChoosePrimaryContact, RemoveContact } from '../use-cases/contacts.js';
import { OwnPages } from './own-pages.js';
import { EmailDto } from './people.dto.js';

@Controller('profile/contacts')
@SignedIn()
export class ContactsPagesController {
  constructor(
    private readonly own: OwnPages,
    private readonly addContact: AddContact,
    private readonly choosePrimary: ChoosePrimaryContact,
    private readonly removeContact: RemoveContact,
  ) {}

  @Get()
  show(@Ctx() ctx: RequestContext) {
    return this.own.whenConfirmed(ctx, async (tx) => {
      const { contacts } = await this.own.profile.execute(tx);
      return view('people/profile-contacts', { contacts }, { title: say`Your e-mail addresses` });
    });
  }

  @Post()
  @FormPage('show')
  async add(@Ctx() ctx: RequestContext, @Body() { email }: EmailDto) {
    await this.own.transaction.run(ctx, (tx) => this.addContact.execute(tx, email));
    return redirect('/profile/contacts', {
      notice: say`We sent a link to the new address. It counts once you open it.`,
    });
  }

  @Post(':id/choices')
  @FormPage('show')
  async choose(@Ctx() ctx: RequestContext) {
    await this.own.transaction.run(ctx, (tx) => this.choosePrimary.execute(tx, ctx.params['id'] ?? ''));
    return redirect('/profile/contacts', { notice: say`Letters go to that address from now on.` });
  }

  @Post(':id/removals')
  @FormPage('show')
  async remove(@Ctx() ctx: RequestContext) {
    await this.own.transaction.run(ctx, (tx) => this.removeContact.execute(tx, ctx.params['id'] ?? ''));
    return redirect('/profile/contacts', { notice: say`The address is removed.` });
  }
}
