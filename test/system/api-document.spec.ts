import { AccessCheck } from '../../src/platform/access/access-check.js';
import { readApiAnswers } from '../../src/platform/http/api-answers.js';
import { openApiDocument } from '../../src/platform/http/api-document.js';
import { useApp } from '../support/app.js';

/** Every object inside a value, with the way to it. */
function* objectsIn(value: unknown, way = '#'): Generator<[way: string, one: Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [way, value as Record<string, unknown>];
  for (const [name, inner] of Object.entries(value)) yield* objectsIn(inner, `${way}/${name.replaceAll('/', '~1')}`);
}

const TYPES = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];

describe('the document of the API', () => {
  const test = useApp();
  let document: ReturnType<typeof openApiDocument>;
  let operations: { at: string; path: string; operation: NonNullable<(typeof document.paths)[string]['get']> }[];

  beforeAll(() => {
    document = openApiDocument(test.app);
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ at: `${method.toUpperCase()} ${path}`, path, operation })),
    );
  });

  it('names each route of the API once, with an id of its own', () => {
    const routes = test
      .get(AccessCheck)
      .routes()
      .filter(({ path }) => path.startsWith('/api/') || path.startsWith('/v/'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(operations.map(({ at }) => at).toSorted()).toEqual(routes.toSorted());
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('declares each part of a path, and no part that is not in it', () => {
    for (const { at, path, operation } of operations) {
      const declared = (operation.parameters ?? []).map((one) =>
        '$ref' in one ? one.$ref : `${one.in} ${one.name} ${one.required}`,
      );
      expect([at, declared]).toEqual([at, [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `path ${name} true`)]);
    }
  });

  it('refers to nothing that is not there, and asks for no property that it does not describe', () => {
    const all = new Map(objectsIn(document));
    for (const [way, { $ref, required, properties, type }] of all) {
      if (typeof $ref === 'string') expect([way, all.has($ref)]).toEqual([way, true]);
      if (typeof type === 'string' && !way.startsWith('#/components/securitySchemes')) expect(TYPES).toContain(type);
      if (!Array.isArray(required)) continue;
      expect([way, required.filter((name: string) => !(name in (properties as object)))]).toEqual([way, []]);
    }
  });

  it('tells who may ask, how the token is sent, and in which shape a problem comes', () => {
    const rules = new Map(
      test
        .get(AccessCheck)
        .routes()
        .map(({ method, path, rule }) => [`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`, rule]),
    );
    for (const { at, operation } of operations) {
      const kind = rules.get(at)?.kind;
      const open = kind === 'public' || kind === 'by-link';
      expect([at, operation.security]).toEqual([at, open ? [] : [{ token: [] }]]);
      expect(
        Object.values(operation.responses).filter((one) => !one || ('description' in one && !one.description)),
      ).toEqual([]);
      expect(JSON.stringify(operation.responses['default'])).toContain('#/components/schemas/ProblemDocument');
    }
    expect(JSON.stringify(document.components?.securitySchemes)).not.toContain('JWT');
  });

  it('tells what each route answers with success, from what is given back there', () => {
    for (const { at, operation } of operations) {
      for (const [status, response] of Object.entries(operation.responses)) {
        const content = response && 'content' in response ? Object.values(response.content ?? {}) : [];
        expect([at, status, content.length > 0]).toEqual([at, status, status !== '204']);
      }
    }
    expect(Object.keys(document.paths['/v/{number}']?.get?.responses ?? {})).toEqual(['200', '404', '422', 'default']);
    expect(document.components?.schemas?.['EligibilityTree']).toMatchObject({
      properties: {
        met: { type: 'boolean', description: 'True exactly when every clause is met or waived.' },
        earliestOn: { type: ['string', 'null'], format: 'date' },
        clauses: { type: 'array', items: { $ref: '#/components/schemas/Clause' } },
      },
      required: expect.arrayContaining(['met', 'clauses']),
    });
  });

  it('describes no answer of a route that is not there', () => {
    const known = new Set(operations.map(({ at }) => at));
    expect(Object.keys(readApiAnswers().answers).filter((at) => !known.has(at))).toEqual([]);
  });

  it('writes out what is nested, and keeps bodies apart that have one name in two modules', () => {
    const schemas = document.components?.schemas as Record<
      string,
      { properties: Record<string, Record<string, unknown>> }
    >;
    expect(schemas['EntryDto']?.properties).toMatchObject({
      workedOn: { format: 'date' },
      domains: { type: 'array', items: { required: ['domain', 'minutes'] } },
      supervisor: { type: 'object', required: ['name', 'email'] },
    });
    const drafts = Object.keys(schemas).filter((name) => name.endsWith('DraftDto'));
    expect(drafts.length).toBeGreaterThan(1);
  });
});
