import { Inject, Injectable } from '@nestjs/common';
import Tokens from '@fastify/csrf';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../config/config.js';
import { DomainError } from '../../kernel/domain-error.js';
import { isApi, type HttpRequest } from './request-context.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function fromElsewhere(): DomainError {
  return new DomainError({
    code: 'http.cross_site',
    kind: 'forbidden',
    message: 'This request came from another website, so we did not act on it.',
    next: 'Open the page on this site and send the form from there.',
  });
}

function formTooOld(): DomainError {
  return new DomainError({
    code: 'http.form_token',
    kind: 'conflict',
    message: 'This form was open for a long time, or in another browser.',
    next: 'What you typed is still here: please send it once more.',
  });
}

/**
 * Two walls against forged requests. Browsers say where a request comes from (Fetch Metadata; older ones name the
 * origin), and every form carries a token that must fit the visitor's cookie. The API takes no cookies and needs neither.
 */
@Injectable()
export class FormTokens {
  private readonly tokens: Tokens.TokensSimple = Tokens();
  private readonly cookieName: string;
  private readonly https: boolean;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.https = config.PUBLIC_URL.startsWith('https:');
    this.cookieName = this.https ? '__Host-visitor' : 'visitor';
  }

  /** A token for the forms of one page; gives the visitor their cookie when they have none. */
  issue(request: HttpRequest, reply: FastifyReply): string {
    let secret: string | undefined = request.cookies[this.cookieName];
    if (!secret) {
      secret = this.tokens.secretSync();
      request.cookies[this.cookieName] = secret;
      reply.setCookie(this.cookieName, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.https });
    }
    return this.tokens.create(secret);
  }

  /** @throws DomainError `http.cross_site` */
  checkOrigin(request: HttpRequest): void {
    if (SAFE.has(request.method) || isApi(request)) return;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined) {
      if (site !== 'same-origin' && site !== 'none') throw fromElsewhere();
      return;
    }
    const { origin } = request.headers;
    const own = [new URL(this.config.PUBLIC_URL).origin, `${request.protocol}://${request.host}`];
    if (origin !== undefined && !own.includes(origin)) throw fromElsewhere();
  }

  /** @throws DomainError `http.form_token` */
  checkToken(request: HttpRequest): void {
    if (SAFE.has(request.method) || isApi(request)) return;
    const secret = request.cookies[this.cookieName];
    const token = (request.body as { _csrf?: unknown } | undefined)?._csrf ?? request.headers['x-csrf-token'];
    if (!secret || typeof token !== 'string' || !this.tokens.verify(secret, token)) throw formTooOld();
  }
}
