import supertest from 'supertest';
import type { TestApp } from './app.js';
import { sessionCookieName } from '../../src/platform/access/session-cookie.js';

export interface Visitor {
  get(path: string): Promise<supertest.Response>;
  /** Sends a form of the page last looked at: its token and one-use id go along, as a browser would do it. */
  post(path: string, fields?: Record<string, unknown>): Promise<supertest.Response>;
  /** What the page's script sends. */
  put(path: string, fields: Record<string, unknown>): Promise<supertest.Response>;
  cookies: Map<string, string>;
}

/** A browser without scripts, signed in with a session token or not at all; keeps cookies from answer to answer. */
export function visitor(test: TestApp, sessionToken?: string): Visitor {
  const cookies = new Map<string, string>();
  if (sessionToken) cookies.set(sessionCookieName(test.config), sessionToken);
  let hidden: { _csrf?: string | undefined; _form?: string } = {};

  const send = async (method: 'get' | 'post' | 'put', path: string, fields?: Record<string, unknown>) => {
    const request = supertest(test.app.getHttpServer())[method](path);
    if (cookies.size > 0) request.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (method === 'put') request.set('accept', 'application/json');
    const response = await (fields ? request.type('form').send(fields) : request);
    for (const line of [response.headers['set-cookie'] ?? []].flat()) remember(String(line));
    // A page without a form leaves the token as it was: it belongs to the visitor, not to the page.
    if (response.type === 'text/html') hidden = { _csrf: hidden._csrf, ...hiddenFields(response.text) };
    return response;
  };
  const remember = (line: string): void => {
    const [pair = '', ...attributes] = line.split('; ');
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const isGone = value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute));
    if (isGone) cookies.delete(name);
    else cookies.set(name, value);
  };
  return {
    cookies,
    get: (path) => send('get', path),
    post: (path, fields = {}) => send('post', path, { ...hidden, ...fields }),
    put: (path, fields) => send('put', path, { _csrf: hidden._csrf, ...fields }),
  };
}

function hiddenFields(html: string): { _csrf?: string; _form?: string } {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  const [_csrf, _form] = [value('_csrf'), value('_form')];
  return { ...(_csrf && { _csrf }), ...(_form && { _form }) };
}
