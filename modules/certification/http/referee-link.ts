import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view, type RedirectResponse, type ViewResponse } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { inPageWords } from '../../schemes/schemes.public.js';
import { referenceLinkEnded } from '../references.errors.js';
import { OpenReference } from '../use-cases/open-reference.js';

const COOKIE = 'reference-link';
const PURPOSE = 'certification.reference';

/** A secret address is told to nobody, not even to the page that it leads to. That page's own address is no secret. */
export const PRIVATE = { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };

/** The token of a referee's link: from the letter's address into a cookie that only this one page gets to see. */
@Injectable()
export class RefereeLink {
  constructor(
    private readonly transaction: Transaction,
    private readonly opens: OpenReference,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Where a letter's address leads. @throws DomainError certification.reference_link_… when it leads nowhere */
  async follow(ctx: RequestContext, token: string): Promise<RedirectResponse> {
    const { requestId } = await this.transaction.read(ctx, (tx) => this.opens.link(tx, token));
    const secure = this.config.PUBLIC_URL.startsWith('https:');
    const options = { path: `/references/${requestId}`, httpOnly: true, secure, sameSite: 'lax' as const };
    return redirect(`/references/${requestId}`, {
      cookies: [{ name: COOKIE, value: token, options }],
      headers: PRIVATE,
    });
  }

  /** The page behind the link, or thanks once it is answered. @throws DomainError certification.reference_link_… */
  async page(ctx: RequestContext): Promise<ViewResponse> {
    const input = { token: tokenOf(ctx), requestId: requestIn(ctx) };
    const page = await this.transaction.read(ctx, (tx) => this.opens.page(tx, input));
    const title = page.answered ? say`Thank you` : say`A reference for ${page.applicant}`;
    const name = page.answered ? 'certification/referee-thanks' : 'certification/referee';
    return view(name, { ...page, letter: inPageWords(page.title), title }, { title });
  }

  /**
   * The request's context with the link as the one who acts, and its answers not kept.
   * @throws DomainError certification.reference_link_… when the link opens nothing, or another request
   */
  async holder(ctx: RequestContext): Promise<{ ctx: RequestContext; requestId: string }> {
    const requestId = requestIn(ctx);
    const link = await this.transaction.read(ctx, (tx) => this.opens.link(tx, tokenOf(ctx)));
    if (link.requestId !== requestId) throw referenceLinkEnded('unknown');
    if (link.answered) throw referenceLinkEnded('answered');
    const actor = { kind: 'link', purpose: PURPOSE, subjectId: requestId, linkId: link.linkId } as const;
    return { ctx: unrepeatable({ ...ctx, actor }), requestId };
  }
}

function requestIn(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this page');
}

/** @throws DomainError when the browser has not come by the letter's link */
function tokenOf(ctx: RequestContext): string {
  const token = ctx.cookies[COOKIE];
  if (!token) throw referenceLinkEnded('unknown');
  return token;
}
