import { COURSE } from '../../../modules/portal/demonstration/cast.js';
import { AccessCheck, type RouteRule } from '../../../src/platform/access/access-check.js';
import { useApp } from '../../support/app.js';
import { callIn, kindOf, openSessions, type CallAnswer } from '../../support/caller.js';
import { CALLERS, seedWorld, type CallerKind, type World } from '../../support/world.js';
import { QUIZ } from '../../support/world-things.js';
import type { Answer, Row } from './rules.js';

const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** What stands in a path besides the object of the row. */
const PLACES: Record<string, string> = {
  token: 'a-token-of-nobody',
  language: 'es',
  schemeCode: 'icrc-pr',
  course: COURSE,
  lesson: 'what-recovery-means',
  session: 'of-no-plan',
  picture: 'of-no-course',
  month: '2028-09',
  place: '1',
  item: 'of-no-quiz',
  code: 'code_of_ethics',
  // Inside another thing, and not there: whoever may go that far is told so.
  documentId: NOBODYS,
  readerId: NOBODYS,
  authorisationId: NOBODYS,
  waiverId: NOBODYS,
  requestId: NOBODYS,
  enemyId: NOBODYS,
  judgeId: NOBODYS,
  formId: NOBODYS,
  sittingId: NOBODYS,
};

/** As a row is called. */
export const nameOf = ({ method, path }: RouteRule): string => `${method} ${path}`;

/** A describe that calls each route that has one of these rows, as each kind of caller, in a world of its own. */
export function describeAccess(name: string, rows: Record<string, Row>): void {
  describe(`the access to ${name}`, () => {
    const test = useApp();
    let world: World;

    beforeAll(async () => {
      world = await seedWorld(test);
    }, 60_000);

    it('is as the matrix says, for each route and each kind of caller', async () => {
      const differences: string[] = [];
      for (const route of test.get(AccessCheck).routes()) {
        const row = rows[nameOf(route)];
        if (row) differences.push(...(await differencesOf(route, row)));
      }
      expect(differences).toEqual([]);
    }, 120_000);

    async function differencesOf(route: RouteRule, row: Row): Promise<string[]> {
      const thing = (row.about && (await world.object(row.about))) ?? '';
      const path = fill(route.path, thing);
      const body = typeof row.send === 'function' ? row.send(world, thing) : row.send;
      const request = { method: route.method, path, body };
      const known = CALLERS.filter((kind) => kind !== 'nobody');
      // A session for each call: signing out or ending sessions then touches no other one.
      const callers = known.map((kind) => world.callers[kind]);
      const tokens = await openSessions(test, callers, kindOf(request));
      const tell = async (kind: CallerKind): Promise<string[]> => {
        const session = kind === 'nobody' ? undefined : tokens[known.indexOf(kind)];
        const answer = await callIn(test, session, request);
        const [seen, wanted] = [classOf(answer), row.expected[kind]];
        return seen === wanted ? [] : [`${nameOf(route)} as ${kind}: ${seen} (${answer.status}), not ${wanted}`];
      };
      // Those who may not go first: whoever may can use the thing up.
      const kept = CALLERS.filter((kind) => row.expected[kind] !== 'through');
      const told = await Promise.all(kept.map(tell));
      for (const kind of CALLERS.filter((one) => !kept.includes(one))) told.push(await tell(kind));
      return told.flat();
    }

    function fill(path: string, thing: string): string {
      const places: Record<string, string> = { ...PLACES, id: thing, number: thing, slug: `body-${world.bodyId}` };
      if (path.includes('/quizzes/')) places['code'] = QUIZ;
      return path.replaceAll(/:(\w+)/g, (_, name: string) => {
        const value = places[name];
        if (!value) throw new Error(`What stands for :${name} in ${path}?`);
        return encodeURIComponent(value);
      });
    }
  });
}

/** An address that breaks down is no answer to anybody. */
function classOf({ status, headers, code }: CallAnswer): Answer | 'broken' {
  if (status >= 500) return 'broken';
  const location = headers['location'] ?? '';
  if (status === 401 || location.startsWith('/sign-in?')) return 'sign-in';
  if (code === 'access.second_factor_needed' || location.startsWith('/second-factor?')) return 'second-factor';
  if (status === 403) return 'refused';
  if (status === 410) return 'gone';
  return status === 404 ? 'absent' : 'through';
}
