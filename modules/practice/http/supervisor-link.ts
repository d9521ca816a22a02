import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { isLanguage } from '../../../src/kernel/languages.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { languageCookie } from '../../../src/platform/http/reader-language.js';
import { unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import {
  redirect,
  view,
  type CookieChange,
  type RedirectResponse,
  type ViewResponse,
} from '../../../src/platform/http/responses.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { linkEnded, noCode, wrongCode } from '../practice.errors.js';
import { OpenSignOff, type OpenedLink } from '../use-cases/open-sign-off.js';
import { SupervisorAnswers } from '../use-cases/supervisor-answers.js';
import type { ReturnDto, SignDto } from './supervisor-sign-off.dto.js';
import { receiptPage, signOffPage } from './supervisor-sign-off.page.js';

const COOKIE = 'sign-off-link';

/** A secret address is told to nobody, not even to the page that it leads to. That page's own address is no secret. */
const PRIVATE = { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };

/** A link that is open, and the request's context with the link as the one who acts. */
export interface HeldLink {
  ctx: RequestContext;
  link: OpenedLink;
}

/** The token of a supervisor's link: from the letter's address into a cookie that only this one page gets to see. */
@Injectable()
export class SupervisorLink {
  constructor(
    private readonly transaction: Transaction,
    private readonly openSignOff: OpenSignOff,
    private readonly answers: SupervisorAnswers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private cookie(signOffId: string, token: string): CookieChange {
    const secure = this.config.PUBLIC_URL.startsWith('https:');
    const options = { path: `/sign-offs/${signOffId}`, httpOnly: true, secure, sameSite: 'lax' as const };
    return { name: COOKIE, value: token, options };
  }

  /** The page behind the link, or the receipt once it is answered. @throws DomainError practice.link_… */
  async page(ctx: RequestContext): Promise<ViewResponse> {
    const signOffId = idParam(ctx, 'id', 'this page');
    const asked = { token: this.tokenOf(ctx), signOffId, language: pageLanguage() };
    const page = await this.transaction.read(ctx, (tx) => this.openSignOff.page(tx, asked));
    if (page.state !== 'open') return view('practice/receipt', receiptPage(page));
    forgetOther(ctx, page.hash);
    return view('practice/sign-off', signOffPage(signOffId, page));
  }

  /** Where a letter's address leads. @throws DomainError practice.link_… when it leads nowhere */
  async follow(ctx: RequestContext, token: string): Promise<RedirectResponse> {
    const { signOffId } = await this.transaction.read(ctx, (tx) => this.openSignOff.link(tx, token));
    const cookies = [this.cookie(signOffId, token), ...this.chosenLanguage(ctx)];
    return redirect(`/sign-offs/${signOffId}`, { cookies, headers: PRIVATE });
  }

  /** The page again in the language that was pressed on it; null where none was. */
  inChosenLanguage(ctx: RequestContext): RedirectResponse | null {
    const cookies = this.chosenLanguage(ctx);
    return cookies.length > 0 ? redirect(ctx.path, { cookies }) : null;
  }

  /** `?language=` of the letter and of the page: kept in this browser, as the links at the foot of every page do. */
  private chosenLanguage({ query }: RequestContext): CookieChange[] {
    const { language } = query;
    return isLanguage(language) ? [languageCookie(language, this.config)] : [];
  }

  /** @throws DomainError practice.link_unknown when the browser has not come by the letter's link */
  private tokenOf(ctx: RequestContext): string {
    const token = ctx.cookies[COOKIE];
    if (!token) throw linkEnded('unknown');
    return token;
  }

  /**
   * The request's context with the link as the one who acts: what follows is on its account.
   * @throws DomainError practice.link_… when the link opens nothing, or another request
   */
  async holder(ctx: RequestContext): Promise<HeldLink> {
    const signOffId = idParam(ctx, 'id', 'this page');
    return this.heldBy(ctx, this.tokenOf(ctx), signOffId);
  }

  /** As {@link holder}, for programs, which send the token. @param expected the request that it has to be of, if known */
  async heldBy(ctx: RequestContext, token: string, expected?: string): Promise<HeldLink> {
    const link = await this.transaction.read(ctx, (tx) => this.openSignOff.link(tx, token));
    const { signOffId } = link;
    if (expected && signOffId !== expected) throw linkEnded('unknown');
    if (link.answered) throw linkEnded('answered');
    const actor = { kind: 'link', purpose: 'practice.sign-off', subjectId: signOffId, linkId: link.linkId } as const;
    return { ctx: { ...ctx, actor }, link };
  }

  /** @throws DomainError practice.… when the code is not the one that was mailed, or other entries were read */
  async sign({ ctx, link }: HeldLink, input: SignDto): Promise<void> {
    const signing = {
      ...link,
      contentHash: input.contentHash,
      name: input.name.trim(),
      credentialNumber: input.credentialNumber?.trim() || null,
      code: input.code,
      ip: ctx.ip,
    };
    // A form sent again counts as another try at the code; answering twice is kept out by the request itself.
    const outcome = await this.transaction.run(unrepeatable(ctx), (tx) => this.answers.sign.execute(tx, signing));
    if (outcome.state === 'no_code') throw noCode();
    if (outcome.state === 'wrong_code') throw wrongCode(outcome.triesLeft);
  }

  async giveBack({ ctx, link }: HeldLink, { answer: state, notes }: ReturnDto): Promise<void> {
    const returned = { signOffId: link.signOffId, state, notes: notes?.trim() || null };
    await this.transaction.run(ctx, (tx) => this.answers.giveBack.execute(tx, returned));
  }
}

/** What was ticked and typed to sign another list, or other words, says nothing about what the page shows now. */
function forgetOther({ form }: RequestContext, hash: string): void {
  if (!form || form.values['contentHash'] === hash) return;
  const { agreed: _agreed, code: _code, ...values } = form.values;
  form.values = values;
}
