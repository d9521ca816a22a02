import { randomUUID } from 'node:crypto';
import Tokens from '@fastify/csrf';
import { sessionCookieName } from '../../src/platform/access/session-cookie.js';
import type { TestApp } from './app.js';

/** Who sends a request: a person in a session of that strength, or nobody. */
export interface Caller {
  personId: string;
  assurance: 'password' | 'two-factor';
}

export interface Call {
  method: string;
  path: string;
  body?: object;
  headers?: Record<string, string>;
}

export interface CallAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
  /** The problem's code, where the answer is a problem document. */
  code: string | null;
}

const forms = Tokens();

/** A visitor's cookie and a form token that fits it, as a page would have given them. */
export function formPass(): { cookie: string; token: string } {
  const secret = forms.secretSync();
  return { cookie: `visitor=${secret}`, token: forms.create(secret) };
}

/** One request as `caller`, in a session of its own. Pages get a form with its token, the API gets JSON. */
export async function call(test: TestApp, caller: Caller | null, request: Call): Promise<CallAnswer> {
  const session = caller ? await openSession(test, caller, kindOf(request)) : undefined;
  return callIn(test, session, request);
}

/** One request in a session, or in none. */
export async function callIn(test: TestApp, session: string | undefined, request: Call): Promise<CallAnswer> {
  const { cookie, token } = formPass();
  const isApi = kindOf(request) === 'api';
  const headers: Record<string, string> = isApi
    ? { 'content-type': 'application/json', ...(session && { authorization: `Bearer ${session}` }) }
    : {
        cookie: [cookie, ...(session ? [`${sessionCookieName(test.config)}=${session}`] : [])].join('; '),
        'content-type': 'application/x-www-form-urlencoded',
      };
  const payload = isApi ? JSON.stringify(request.body ?? {}) : formBody({ _csrf: token, ...request.body });
  const response = await test.app.inject({
    method: request.method as 'GET',
    url: request.path,
    headers: { accept: isApi ? 'application/json' : 'text/html', ...headers, ...request.headers },
    ...(request.method !== 'GET' && { payload }),
  });
  const isProblem = String(response.headers['content-type']).startsWith('application/problem+json');
  return {
    status: response.statusCode,
    headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
    text: response.body,
    code: isProblem ? (JSON.parse(response.body) as { code: string }).code : null,
  };
}

/** Which kind of session a request needs. */
export function kindOf({ path }: Pick<Call, 'path'>): 'page' | 'api' {
  return path.startsWith('/api/') ? 'api' : 'page';
}

/** Opens a session for each caller without a sign-in, straight in the table. @returns their tokens, in order */
export async function openSessions(
  test: TestApp,
  callers: readonly Caller[],
  kind: 'page' | 'api',
): Promise<readonly string[]> {
  const sessions = callers.map((caller) => ({ ...caller, id: randomUUID(), token: randomUUID() }));
  await test.owner.query(
    `insert into session (id, person_id, kind, token_hash, assurance, device, confirmed_at, last_seen_at, created_at)
     select s.id, s.person, $4, sha256(s.token::bytea), s.assurance, 'test', $6, $6, $6
     from unnest($1::uuid[], $2::uuid[], $3::text[], $5::text[]) as s (id, person, token, assurance)`,
    [
      sessions.map(({ id }) => id),
      sessions.map(({ personId }) => personId),
      sessions.map(({ token }) => token),
      kind,
      sessions.map(({ assurance }) => assurance),
      (await test.clock.now()).toString(),
    ],
  );
  return sessions.map(({ token }) => token);
}

/** Opens one session as {@link openSessions} does. @returns its token */
export async function openSession(test: TestApp, caller: Caller, kind: 'page' | 'api'): Promise<string> {
  const [token = ''] = await openSessions(test, [caller], kind);
  return token;
}

function formBody(fields: object): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]));
  return new URLSearchParams(pairs as [string, string][]).toString();
}
