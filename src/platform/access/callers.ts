import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import type { Actor } from '../../kernel/actor.js';
import { isApi, type HttpRequest } from '../http/request-context.js';
import type { Credentials } from './authenticator.js';
import { sessionCookieName } from './session-cookie.js';

/** Whoever falls out counts by address until their next request. */
const REMEMBERED = 50_000;

/** The tokens that requests carry, and whose they were when they were last looked up. */
@Injectable()
export class Callers {
  private readonly people = new Map<string, string>();

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>) {}

  /** A cookie is heard by pages only, a bearer token by the API only. */
  carriedBy(request: HttpRequest): Credentials {
    if (isApi(request)) return { bearerToken: /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] };
    return { sessionToken: request.cookies[sessionCookieName(this.config)] };
  }

  /** Call when a token was looked up: it is remembered as the person's, or forgotten when it is nobody's. */
  note(token: string, actor: Actor): void {
    if (actor.kind !== 'person') {
      this.people.delete(sha256(token));
      return;
    }
    if (this.people.size >= REMEMBERED) this.people.clear();
    this.people.set(sha256(token), actor.personId);
  }

  /**
   * For whom a request counts where requests are counted, before anything is read: whoever is signed in for themselves, so
   * that a room of candidates or an agency behind one address has no limit in common; everybody else, and whoever makes
   * tokens up, for their address.
   */
  countedFor(request: HttpRequest): string {
    const { bearerToken, sessionToken } = this.carriedBy(request);
    const token = bearerToken ?? sessionToken;
    return (token && this.people.get(sha256(token))) || request.ip;
  }
}

function sha256(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
