import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { isLanguage } from '../../kernel/languages.js';
import { notFound } from '../../kernel/domain-error.js';
import { Public } from '../access/access-rule.js';
import { languageCookie } from './reader-language.js';
import type { HttpRequest } from './request-context.js';
import { redirect } from './responses.js';

/** The links "Español" and "English" at the foot of each page: a visitor's choice, kept in a cookie for a year. */
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

/** The page on which the link was pressed, where it is one of ours; else the front page. */
function cameFrom({ headers }: HttpRequest): string {
  const { referer = '', host } = headers;
  if (!URL.canParse(referer)) return '/';
  const { host: from, pathname, search } = new URL(referer);
  return from === host && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
