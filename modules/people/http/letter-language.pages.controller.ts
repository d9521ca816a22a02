import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { LANGUAGES, type Language } from '../../../src/kernel/languages.js';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { cameFrom } from '../../../src/platform/http/came-from.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { languageCookie } from '../../../src/platform/http/reader-language.js';
import { Ctx, type HttpRequest, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { pageLanguage, speakTo } from '../../../src/platform/translation/page-language.js';
import { say } from '../../../src/platform/translation/say.js';
import { ChooseLetterLanguage } from '../use-cases/letter-language.js';
import { OwnPages } from './own-pages.js';
import { LetterLanguageDto } from './people.dto.js';

/** For who came to a page that they cannot read. */
const IN_THEIR_OWN: Partial<Record<Language, string>> = {
  es: 'Escoja el idioma de sus páginas y cartas. Lo que todavía no está en él, o cuenta lo que escribió una persona o una oficina, le llega en inglés.',
};

@Controller('profile/language')
@SignedIn()
export class LetterLanguagePagesController {
  constructor(
    private readonly own: OwnPages,
    private readonly choose: ChooseLetterLanguage,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  @Get()
  show(@Ctx() ctx: RequestContext) {
    return this.own.transaction.read(ctx, async (tx) => {
      const { person } = await this.own.profile.execute(tx);
      const languages = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));
      const others = Object.entries(IN_THEIR_OWN).map(([language, text]) => ({ language, text }));
      const model = {
        languages,
        language: person.letterLanguage,
        others: others.filter(({ language }) => language !== pageLanguage()),
      };
      return view('people/profile-language', model, { title: say`Your language` });
    });
  }

  @Post()
  @FormPage('show')
  async save(@Ctx() ctx: RequestContext, @Body() { language }: LetterLanguageDto, @Req() request: HttpRequest) {
    const chosen = await this.own.transaction.run(ctx, (tx) => this.choose.execute(tx, language));
    const from = cameFrom(request);
    return redirect(from === '/profile/language' || from === '/' ? '/profile' : from, {
      cookies: [languageCookie(chosen, this.config)],
      notice: speakTo({ language: chosen }, () => say`Pages and letters come to you in this language.`),
    });
  }
}
