import type { CookieChange } from '../http/responses.js';

interface Site {
  PUBLIC_URL: string;
}

const isHttps = (site: Site) => site.PUBLIC_URL.startsWith('https:');

/** Over HTTPS browsers hold the cookie to this host (`__Host-`); a demonstration on plain loopback cannot have that. */
export function sessionCookieName(site: Site): string {
  return isHttps(site) ? '__Host-session' : 'session';
}

/** The cookie that carries a session; without a token, its removal. */
export function sessionCookie(site: Site, token?: string, maxAge?: number): CookieChange {
  return {
    name: sessionCookieName(site),
    value: token,
    options: { path: '/', httpOnly: true, secure: isHttps(site), sameSite: 'lax', maxAge },
  };
}
