import type { FastifyReply } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isLanguage, languageWished, type Language } from '../../kernel/languages.js';
import { speakTo, type Reader } from '../translation/page-language.js';
import { isApi, type HttpRequest } from './request-context.js';
import type { CookieChange } from './responses.js';

const COOKIE = 'language';
const A_YEAR_S = 365 * 24 * 3600;

/** Keeps a choice in the browser: a visitor's, made at the foot of a page, or the person's who signed in. */
export function languageCookie(language: Language, { PUBLIC_URL }: { PUBLIC_URL: string }): CookieChange {
  const secure = PUBLIC_URL.startsWith('https:');
  return {
    name: COOKIE,
    value: language,
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: A_YEAR_S },
  };
}

/** A person's own choice for the pages to come, in a browser that does not know it. */
export function keepLanguage(reply: FastifyReply, language: Language): void {
  const { name, options } = languageCookie(language, { PUBLIC_URL: `${reply.request.protocol}:` });
  reply.setCookie(name, language, options);
}

/**
 * The language that the pages of a request are wished in: what was chosen in this browser, else what the browser asks
 * for. A person's own choice is put into the same cookie when they sign in. The API speaks English, whoever asks.
 */
export function languageOf(request: HttpRequest): Language {
  return (request.language ??= wishedBy(request));
}

function wishedBy(request: HttpRequest): Language {
  if (isApi(request)) return 'en';
  const chosen = request.cookies?.[COOKIE];
  return isLanguage(chosen) ? chosen : languageWished(request.headers['accept-language']);
}

/**
 * Lets everything that a request begins know its reader's language. English is what is spoken where nothing is known, so
 * that the many requests in English carry nothing along. Comes after the cookies, one of which holds the choice.
 */
export function knowReaders(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, next) => {
      if (languageOf(request) === 'en') next();
      else speakTo(readerOf(request as HttpRequest), next);
    });
}

function readerOf(request: HttpRequest): Reader {
  return {
    get language() {
      return request.isForStaff ? 'en' : languageOf(request);
    },
  };
}
