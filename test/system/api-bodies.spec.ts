import { randomUUID } from 'node:crypto';
import type { OrganizationKind, Role } from '../../src/kernel/actor.js';
import { AccessCheck, type RouteRule } from '../../src/platform/access/access-check.js';
import { openApiDocument } from '../../src/platform/http/api-document.js';
import { sampleOf, variantsOf, type BodySchema, type Variant } from '../support/api-bodies.js';
import { useApp } from '../support/app.js';
import { openSession } from '../support/caller.js';
import { insertPerson } from '../support/factories/person.js';

const NOBODYS = '00000000-0000-4000-8000-000000000000';
/** Who is merely signed in: the use cases ask some of them to teach or to write courses. */
const TEACHER = { organization: 'training-provider', roles: ['instructor', 'content-author'] } as const;
const UNREADABLE = ['null', '[]', '3', '"text"', '[[]]', '{"a":'];

/**
 * A program leaves a field out, sends null, another type. Whoever may ask is told what is needed, in the names of the request;
 * nothing breaks down.
 */
describe('a body with a field left out, null or of another type', () => {
  const test = useApp();
  const people = new Map<string, Promise<string>>();

  it('is answered by every route of the API, and breaks none', async () => {
    const { paths, components } = openApiDocument(test.app);
    const schemas = components?.schemas as Record<string, BodySchema>;
    const told: string[] = [];
    let sent = 0;
    for (const route of test.get(AccessCheck).routes()) {
      const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
      const operation = paths[path]?.[route.method.toLowerCase() as 'post'] as { requestBody?: object } | undefined;
      const name = /"#\/components\/schemas\/(\w+)"/.exec(JSON.stringify(operation?.requestBody ?? ''))?.[1];
      const schema = schemas[name ?? ''];
      if (!schema) continue;
      const variants = [
        { what: 'as described', body: sampleOf(schema) },
        ...variantsOf(schema),
        ...UNREADABLE.map((body) => ({ what: body, body })),
      ];
      sent += variants.length;
      told.push(...(await brokenBy(route, variants, schema)));
    }
    expect(told).toEqual([]);
    expect(sent).toBeGreaterThan(1000);
  }, 120_000);

  async function brokenBy(route: RouteRule, variants: Variant[], schema: BodySchema): Promise<string[]> {
    const bearer = await tokenFor(route);
    const told = variants.map(async ({ what, body }) => {
      const { statusCode, body: text } = await test.app.inject({
        method: route.method as 'POST',
        url: route.path.replaceAll(/:\w+/g, NOBODYS),
        headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const at = `${route.method} ${route.path}, ${what}`;
      if (statusCode >= 500) return [`${at}: ${statusCode}`];
      if (statusCode === 401 || statusCode === 403) return text.includes('"code":"access.') ? [`${at}: ${text}`] : [];
      return statusCode === 422 ? unknownFields(text, schema).map((field) => `${at}: asks for ${field}`) : [];
    });
    return (await Promise.all(told)).flat();
  }

  /** A session of somebody who may call the route, one for each route: some end sessions. */
  async function tokenFor({ rule }: RouteRule): Promise<string | undefined> {
    if (rule?.kind !== 'signed-in' && rule?.kind !== 'requires') return undefined;
    const { organization, roles } = rule.kind === 'requires' ? rule : TEACHER;
    const personId = await personWith(organization, rule.kind === 'requires' ? roles.slice(0, 1) : roles);
    return openSession(test, { personId, assurance: 'two-factor' }, 'api');
  }

  function personWith(kind: OrganizationKind, roles: readonly Role[]): Promise<string> {
    const known = people.get(`${kind} ${roles.join(' ')}`) ?? member(kind, roles);
    people.set(`${kind} ${roles.join(' ')}`, known);
    return known;
  }

  async function member(kind: OrganizationKind, roles: readonly Role[]): Promise<string> {
    const [personId, id] = [
      await insertPerson(test.owner, 'Program Caller', `${randomUUID()}@example.test`),
      randomUUID(),
    ];
    await test.owner.query(
      `insert into organization (id, kind, slug, name, address, time_zone, contact_email, created_at)
       values ($1, $2, $3, 'Invented', '1 Invented Street', 'America/Chicago', 'office@example.test', now())`,
      [id, kind, `org-${id}`],
    );
    await test.owner.query(
      `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
       select gen_random_uuid(), $1, $2, $3, role, '2020-01-01', now() from unnest($4::text[]) as role`,
      [id, kind, personId, roles],
    );
    return personId;
  }
});

/** Fields that a problem names and the body does not have. */
function unknownFields(text: string, { properties = {} }: BodySchema): string[] {
  const { problems = [] } = JSON.parse(text) as { problems?: { field?: string }[] };
  return problems.flatMap(({ field }) => (field && !((field.split('.')[0] ?? '') in properties) ? [field] : []));
}
