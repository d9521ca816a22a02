import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { isLanguage } from '../../kernel/languages.js';
import { notFound } from '../../kernel/domain-error.js';
import { Public } from '../access/access-rule.js';
import { cameFrom } from './came-from.js';
import { languageCookie } from './reader-language.js';
import type { HttpRequest } from './request-context.js';
import { redirect } from './responses.js';

/** The links "Español" and "English" at the foot of a visitor's pages: a choice kept in a cookie for a year. */
@Controller('language')
export class LanguageController {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>) {}

  @Get(':language')
  @Public('A visitor chooses the language of the pages')
  choose(@Param('language') language: string, @Req() request: HttpRequest) {
    if (!isLanguage(language)) throw notFound('this language');
    return redirect(cameFrom(request), { cookies: [languageCookie(language, this.config)] });
  }
}
