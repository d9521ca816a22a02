import { AccessCheck, type RouteRule } from '../../src/platform/access/access-check.js';
import { useApp } from '../support/app.js';
import { callIn, formPass, kindOf, openSession, type Call } from '../support/caller.js';
import { insertPerson } from '../support/factories/person.js';

/** Addresses that are no page: machines ask them. */
const MACHINES = ['/health/live', '/health/ready', '/metrics'];

const isPage = ({ path }: RouteRule): boolean => kindOf({ path }) === 'page' && !MACHINES.includes(path);
const fill = ({ path }: RouteRule): string => path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000');

/** Found when the tests run: the routes are the running product's own. */
describe('every page of the product', () => {
  const test = useApp();
  let session: string;

  beforeAll(async () => {
    const caller = { personId: await insertPerson(test.owner), assurance: 'two-factor' as const };
    session = await openSession(test, caller, 'page');
  });

  const routes = (): RouteRule[] => test.get(AccessCheck).routes().filter(isPage);
  const forms = (): RouteRule[] => routes().filter(({ method }) => method !== 'GET');
  /** What changes with a write, whatever it is. */
  const written = async (): Promise<unknown> =>
    (await test.owner.query(`select (select count(*) from audit) as audit, (select count(*) from outbox) as outbox`))
      .rows;

  /** Addresses of forms that did not answer a forged form with one of `statuses`. */
  async function accepting(statuses: number[], forged: () => Omit<Call, 'method' | 'path'>): Promise<string[]> {
    const told: string[] = [];
    for (const route of forms()) {
      for (const who of [session, undefined]) {
        const { status, headers } = await callIn(test, who, { method: route.method, path: fill(route), ...forged() });
        const isAskedToSignIn = status === 303 && (headers['location'] ?? '').startsWith('/sign-in?');
        const isRefused = statuses.includes(status) || (who === undefined && isAskedToSignIn);
        if (!isRefused) told.push(`${route.method} ${route.path}: ${status} ${headers['location'] ?? ''}`);
      }
    }
    return told;
  }

  it('has forms at all', () => {
    expect(forms().length).toBeGreaterThan(40);
  });

  it.each([
    ['as the browser says it itself', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    ['as an older browser says it', { origin: 'https://elsewhere.example' }],
    ['from a sandboxed frame', { origin: 'null' }],
  ])('does nothing for a form that another website sent, %s', async (_, headers) => {
    const before = await written();
    expect(await accepting([403], () => ({ headers }))).toEqual([]);
    expect(await written()).toEqual(before);
  });

  it.each([
    ['a token of another visitor', () => formPass().token],
    ['a token of nobody', () => 'made-up'],
    ['no token', () => ''],
  ])('does nothing for a form with %s', async (_, token) => {
    const before = await written();
    // 403: who may not use the form at all is told that first.
    expect(await accepting([409, 403], () => ({ body: { _csrf: token() } }))).toEqual([]);
    expect(await written()).toEqual(before);
  });

  it('keeps scripts, frames and caches of others out', async () => {
    const told: string[] = [];
    for (const route of routes().filter(({ method }) => method === 'GET')) {
      const { headers, status } = await callIn(test, session, { method: 'GET', path: fill(route) });
      const policy = headers['content-security-policy'] ?? '';
      const needed = [
        "default-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ];
      const problems = [
        ...needed.filter((directive) => !policy.includes(directive)),
        ...(/unsafe|\*/.test(policy) ? ['an unsafe source'] : []),
        ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['nosniff']),
        ...(/no-referrer|same-origin/.test(headers['referrer-policy'] ?? '') ? [] : ['referrer policy']),
        ...(status === 303 || (headers['cache-control'] ?? '').includes('no-store') ? [] : ['no-store']),
      ];
      if (problems.length > 0) told.push(`GET ${route.path} (${status}): ${problems.join(', ')}`);
    }
    expect(told).toEqual([]);
  });
});
