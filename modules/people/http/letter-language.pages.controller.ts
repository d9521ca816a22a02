import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { LETTER_LANGUAGES } from '../domain/letter-language.js';
import { ChooseLetterLanguage } from '../use-cases/letter-language.js';
import { OwnPages } from './own-pages.js';
import { LetterLanguageDto } from './people.dto.js';

@Controller('profile/language')
@SignedIn()
export class LetterLanguagePagesController {
  constructor(
    private readonly own: OwnPages,
    private readonly choose: ChooseLetterLanguage,
  ) {}

  @Get()
  show(@Ctx() ctx: RequestContext) {
    return this.own.transaction.read(ctx, async (tx) => {
      const { person } = await this.own.profile.execute(tx);
      const languages = Object.entries(LETTER_LANGUAGES).map(([value, label]) => ({ value, label }));
      const model = { languages, language: person.letterLanguage };
      return view('people/profile-language', model, { title: 'The language of your letters' });
    });
  }

  @Post()
  @FormPage('show')
  async save(@Ctx() ctx: RequestContext, @Body() { language }: LetterLanguageDto) {
    await this.own.transaction.run(ctx, (tx) => this.choose.execute(tx, language));
    return redirect('/profile', { notice: 'The language of your letters is saved.' });
  }
}
