import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { AccessCheck, type RouteRule } from '../access/access-check.js';
import type { AccessRule } from '../access/access-rule.js';
import { readApiAnswers, type AnswerOfRoute } from './api-answers.js';
import { schemaOf, type DtoClass } from './body-schema.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const ABOUT = `Applications, evidence, hours, courses, exams, certificates and the work of staff, as JSON, on the same rules as the pages.
Get a token with POST /api/v1/tokens and send it as Bearer. A request that changes something may carry an \`Idempotency-Key\`: sent
again with the same key and body it is answered as before and done once. Lists come page by page where they can grow long: \`?after=\`
is the \`next\` of the page before. A candidate's exam stands at
GET /api/v1/applications/{id}/exam; GET /api/v1/exams is for staff. Answers may get more members with time: leave alone those you do
not know. In a demonstration every object also says that it is a \`specimen\`.`;

/**
 * The API as an OpenAPI document. Paths, parameters and who may ask are read from the routes, bodies from the rules that
 * check them, answers from the types of what is given back.
 */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const scanned = SwaggerModule.createDocument(app, options());
  const routes = app.get(AccessCheck).routes();
  const { answers, schemas } = readApiAnswers();
  const bodies = new Bodies(schemas);
  const paths = Object.entries(scanned.paths)
    .filter(([path]) => path.startsWith('/api/') || path.startsWith('/v/'))
    .map(([path, item]) => {
      const operations = METHODS.flatMap((method) => {
        const [route, operation] = [routes.find((one) => isAt(one, method, path)), item[method]];
        if (!route || !operation) return [];
        const answer = answers[`${route.method} ${path}`] ?? {};
        return [[method, described(operation, { method, path, route, bodies, answer })] as const];
      });
      return [path, Object.fromEntries(operations)] as const;
    });
  const components = { ...scanned.components, schemas: bodies.schemas };
  return { ...scanned, paths: Object.fromEntries(paths), components };
}

function options(): Omit<OpenAPIObject, 'paths'> {
  return new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Goodstanding')
    .setDescription(ABOUT)
    .setVersion('1')
    .addSecurity('token', {
      type: 'http',
      scheme: 'bearer',
      description:
        'A token of POST /api/v1/tokens: opaque, and good until it is ended with DELETE /api/v1/tokens or unused for long.',
    })
    .build();
}

function isAt(route: RouteRule, method: string, path: string): boolean {
  return route.method.toLowerCase() === method && route.path.replaceAll(/:(\w+)/g, '{$1}') === path;
}

interface At {
  method: string;
  path: string;
  route: RouteRule;
  bodies: Bodies;
  answer: AnswerOfRoute;
}

function described(operation: Operation, { method, path, route, bodies, answer }: At): Operation {
  const parts = path.split('/').filter((part) => part !== '' && part !== 'api' && part !== 'v1');
  const body = bodyOf(route);
  const { responses } = operation;
  return {
    operationId: [method, ...parts].join('-').replaceAll(/[{}]/g, ''),
    tags: [parts[0] ?? ''],
    description: [answer.says, whoMay(route.rule)].filter(Boolean).join('\n\n'),
    security: route.rule?.kind === 'public' || route.rule?.kind === 'by-link' ? [] : [{ token: [] }],
    parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
      name,
      in: 'path' as const,
      required: true,
      schema: name === 'id' || name.endsWith('Id') ? { type: 'string', format: 'uuid' } : { type: 'string' },
    })),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: bodies.reference(body, route) } } },
    }),
    responses: { ...withContent(responses, answer), default: PROBLEM },
  };
}

const PROBLEM = {
  description: 'It could not be done, and what to do',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDocument' } } },
};

/** The statuses are Nest's; a controller names those beside success that come with the same answer (`@ApiResponse`). */
function withContent(responses: Operation['responses'], { json, files = [] }: AnswerOfRoute): Operation['responses'] {
  const content = {
    ...(json && { 'application/json': { schema: json } }),
    ...Object.fromEntries(files.map((type) => [type, type.startsWith('text/') ? { schema: { type: 'string' } } : {}])),
  };
  const isEmpty = Object.keys(content).length === 0;
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => {
      const words = response && 'description' in response ? response.description : '';
      const description = words || (isEmpty ? 'Done; nothing is answered' : 'Done');
      return [status, { description, ...(!isEmpty && { content }) }];
    }),
  );
}

function whoMay(rule: AccessRule | undefined): string {
  if (rule?.kind === 'public') return `For everybody: ${rule.reason}.`;
  if (rule?.kind === 'by-link') return 'For whoever holds a link that was mailed.';
  if (rule?.kind !== 'requires') return 'For whoever is signed in.';
  return `For members of a ${rule.organization.replaceAll('-', ' ')} with the role ${rule.roles.join(', ').replaceAll('-', ' ')}.`;
}

/** `@Body()` in the metadata of a handler's parameters (RouteParamtypes of Nest). */
const BODY = '3';

function bodyOf({ controller, handler }: RouteRule): DtoClass | undefined {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<
    string,
    { index: number }
  >;
  const body = Object.entries(args).find(([key]) => key.split(':')[0] === BODY);
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype, handler) ?? []) as Type[];
  const type = body && types[body[1].index];
  return type === (Object as unknown) ? undefined : (type as DtoClass | undefined);
}

/** The schemas of a document by name, those of bodies added to them; of two with one name, the later is called after its route's controller too. */
class Bodies {
  private readonly names = new Map<DtoClass, string>();

  constructor(readonly schemas: Schemas) {}

  reference(dto: DtoClass, { controller }: RouteRule): { $ref: string } {
    const name = this.names.get(dto) ?? this.add(dto, controller.name.replace(/(Api)?Controller$/, ''));
    return { $ref: `#/components/schemas/${name}` };
  }

  private add(dto: DtoClass, prefix: string): string {
    const name = dto.name in this.schemas ? prefix + dto.name : dto.name;
    this.names.set(dto, name);
    this.schemas[name] = schemaOf(dto) as Schemas[string];
    return name;
  }
}
