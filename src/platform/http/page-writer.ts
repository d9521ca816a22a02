import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Language } from '../../kernel/languages.js';
import { Installation } from '../database/installation.js';

import { speakTo } from '../translation/page-language.js';
import type { PageArea, PageContext } from '../views/page-context.js';
import { ViewRenderer } from '../views/view-renderer.js';
import { FormTokens } from './form-tokens.js';
import { formIn, pageSpeech, problemIn } from './page-speech.js';
import type { Problem } from './problem.js';
import { keepLanguage, languageOf } from './reader-language.js';
import { zoneOf } from './reader-zone.js';
import { attachContext, pathOf, type HttpRequest, type RequestContext } from './request-context.js';
import { PageSurroundings, type SupportNow } from './surroundings.js';
import type { ViewResponse } from './responses.js';
import { anonymous } from '../../kernel/actor.js';

/** A message for the next page only, carried by a short-lived cookie. */
export const NOTICE_COOKIE = 'notice';

const PROBLEM = 'http/problem';

/** Puts a view into the layout and on the wire. */
@Injectable()
export class PageWriter {
  constructor(
    @Inject(ViewRenderer) private readonly renderer: ViewRenderer,
    private readonly surroundings: PageSurroundings,
    private readonly installation: Installation,
    private readonly formTokens: FormTokens,
  ) {}

  async write(request: HttpRequest, reply: FastifyReply, { name, model, options }: ViewResponse): Promise<string> {
    const ctx = request.context ?? attachContext(request, anonymous);
    const notice = options.notice ?? takeNotice(request, reply);
    const page = await this.pageContext(ctx, request, reply, { view: name, title: options.title, notice });
    if (options.status) reply.status(options.status);
    for (const [header, value] of Object.entries(options.headers ?? {})) reply.header(header, value);
    reply.type('text/html; charset=utf-8');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    return this.renderer.render(name, { ...model }, page);
  }

  /** The page for a problem that no form can show. */
  async problem(request: HttpRequest, reply: FastifyReply, problem: Problem): Promise<void> {
    const ctx = request.context ?? attachContext(request, anonymous);
    const language = this.renderer.languageOf(PROBLEM, languageOf(request));
    const inWords = problemIn(language, problem);
    const page = await this.pageContext(ctx, request, reply, { view: PROBLEM, title: inWords.title }).catch(() =>
      barePage(ctx, { title: inWords.title, language }, this.surroundings.supportNow()),
    );
    reply.status(problem.status).type('text/html; charset=utf-8').header('cache-control', 'no-store');
    await reply.send(this.renderer.render(PROBLEM, { problem: inWords, requestId: ctx.requestId }, page));
  }

  /** Around a page that is not there in the reader's language everything is English, too. */
  private describe(ctx: RequestContext, { language, wished }: { language: Language; wished: Language }) {
    const describe = () => this.surroundings.describe(ctx);
    return language === wished ? describe() : speakTo({ language }, describe);
  }

  private async pageContext(
    ctx: RequestContext,
    request: HttpRequest,
    reply: FastifyReply,
    { view, ...said }: Pick<PageContext, 'title' | 'notice'> & { view: string },
  ): Promise<PageContext> {
    const wished = languageOf(request);
    const language = request.isForStaff ? 'en' : this.renderer.languageOf(view, wished);
    const { displayName, areas, supportNow, language: own } = await this.describe(ctx, { language, wished });
    // Chosen in another browser: this one knows from its next page on.
    if (own && own !== wished) keepLanguage(reply, own);
    const { formTokens } = this;
    return {
      ...said,
      actor: { kind: ctx.actor.kind, displayName, areas, ...inHeader(areas) },
      csrfToken: () => formTokens.issue(request, reply),
      formId: randomUUID(),
      specimen: this.installation.demonstration,
      requestId: ctx.requestId,
      supportNow,
      form: ctx.form && formIn(language, ctx.form),
      path: ctx.path,
      timeZone: zoneOf(request),
      ...pageSpeech(language, wished),
    };
  }
}

/** The layout without anything that needs the database: it may be what is missing. */
function barePage(
  ctx: RequestContext,
  { title, language }: { title: string; language: string },
  supportNow: SupportNow,
): PageContext {
  return {
    title,
    actor: { kind: 'anonymous', areas: [] },
    csrfToken: () => '',
    formId: '',
    specimen: false,
    requestId: ctx.requestId,
    supportNow,
    path: pathOf({ url: ctx.path }),
    language,
  };
}

/** On a wide screen some areas stand on the line, the further ones behind “More”. */
function inHeader(areas: readonly PageArea[]): Pick<PageContext['actor'], 'onLine' | 'further'> {
  return { onLine: areas.filter(({ further }) => !further), further: areas.filter(({ further }) => further) };
}

function takeNotice(request: HttpRequest, reply: FastifyReply): string | undefined {
  const notice = request.cookies[NOTICE_COOKIE];
  if (notice) reply.clearCookie(NOTICE_COOKIE, { path: '/' });
  return notice;
}
