import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import type { RequestContext } from '../../../src/platform/http/request-context.js';
import {
  redirect,
  view,
  type CookieChange,
  type RedirectResponse,
  type ViewResponse,
} from '../../../src/platform/http/responses.js';
import { linkEnded } from '../practice.errors.js';
import { OpenSignOff, type OpenedLink } from '../use-cases/open-sign-off.js';
import { receiptPage, signOffPage } from './supervisor-sign-off.page.js';

const COOKIE = 'sign-off-link';

/** Pages opened by a secret address say nothing of it to where their reader goes next. */
export const PRIVATE = { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };

/** The token of a supervisor's link: from the letter's address into a cookie that only this one page gets to see. */
@Injectable()
export class SupervisorLink {
  constructor(
    private readonly transaction: Transaction,
    private readonly openSignOff: OpenSignOff,
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
    const token = this.tokenOf(ctx);
    const page = await this.transaction.read(ctx, (tx) => this.openSignOff.page(tx, { token, signOffId }));
    if (page.state !== 'open') return view('practice/receipt', receiptPage(page), { headers: PRIVATE });
    return view('practice/sign-off', signOffPage(signOffId, page), { headers: PRIVATE });
  }

  /** Where a letter's address leads. @throws DomainError practice.link_… when it leads nowhere */
  async follow(ctx: RequestContext, token: string): Promise<RedirectResponse> {
    const { signOffId } = await this.transaction.read(ctx, (tx) => this.openSignOff.link(tx, token));
    return redirect(`/sign-offs/${signOffId}`, { cookies: [this.cookie(signOffId, token)], headers: PRIVATE });
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
  async holder(ctx: RequestContext): Promise<{ ctx: RequestContext; link: OpenedLink }> {
    const signOffId = idParam(ctx, 'id', 'this page');
    const token = this.tokenOf(ctx);
    const link = await this.transaction.read(ctx, (tx) => this.openSignOff.link(tx, token));
    if (link.signOffId !== signOffId) throw linkEnded('unknown');
    if (link.answered) throw linkEnded('answered');
    const actor = { kind: 'link', purpose: 'practice.sign-off', subjectId: signOffId, linkId: link.linkId } as const;
    return { ctx: { ...ctx, actor }, link };
  }
}
