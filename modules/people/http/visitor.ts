import type { Config } from '../../../src/config/config.js';
import { sessionCookie, sessionCookieName } from '../../../src/platform/access/session-cookie.js';
import { languageCookie } from '../../../src/platform/http/reader-language.js';
import type { RequestContext } from '../../../src/platform/http/request-context.js';
import type { CookieChange } from '../../../src/platform/http/responses.js';
import { deviceName } from '../domain/device-name.js';
import type { HalfSession, OpenedSession, Visitor } from '../use-cases/finish-sign-in.js';

type Site = Pick<Config, 'PUBLIC_URL'>;

const ONE_YEAR_SECONDS = 365 * 24 * 3600;

const isHttps = (site: Site) => site.PUBLIC_URL.startsWith('https:');
const deviceCookieName = (site: Site) => (isHttps(site) ? '__Host-device' : 'device');

/** The browser or program behind a request. */
export function visitorOf(ctx: RequestContext, site: Site, userAgent: string | undefined): Visitor {
  return { device: deviceName(userAgent), deviceToken: ctx.cookies[deviceCookieName(site)] ?? null, ip: ctx.ip };
}

/** The token of the session cookie, whatever kind of session it belongs to. */
export function sessionTokenOf(ctx: RequestContext, site: Site): string | null {
  return ctx.cookies[sessionCookieName(site)] ?? null;
}

/** The cookies of a session that was opened: its token, the person's language, and the mark of a browser that is new to them. */
export function cookiesOf(session: OpenedSession | HalfSession, site: Site): CookieChange[] {
  const token = sessionCookie(site, session.token);
  if (session.kind === 'half') return [token];
  const cookies = [token, languageCookie(session.language, site)];
  return session.deviceToken === null ? cookies : [...cookies, deviceCookie(site, session.deviceToken)];
}

function deviceCookie(site: Site, value: string): CookieChange {
  const options = { path: '/', httpOnly: true, secure: isHttps(site), sameSite: 'lax' as const };
  return { name: deviceCookieName(site), value, options: { ...options, maxAge: ONE_YEAR_SECONDS } };
}
