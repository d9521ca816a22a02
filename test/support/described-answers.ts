import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { readApiAnswers, type AnswerSchema } from '../../src/platform/http/api-answers.js';

const { answers, schemas } = readApiAnswers();
const readers = new Map<AnswerSchema, z.ZodType>();
const NAMED = '#/components/schemas/';
const NAMED_ONES = closed(schemas) as Record<string, z.core.JSONSchema.JSONSchema>;
const PROBLEM = { $ref: `${NAMED}ProblemDocument` };

/**
 * Holds every answer of the API that a test gets to what the document says of it: a member more or less is told.
 * @returns what did not fit, growing as answers come
 */
export function holdAnswersToDocument(app: NestFastifyApplication): string[] {
  const told: string[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, payload, next) => {
      const type = String(reply.getHeader('content-type'));
      const route = `${request.method} ${request.routeOptions.url?.replaceAll(/:(\w+)/g, '{$1}')}`;
      if (typeof payload === 'string' && !reply.hasHeader('content-disposition'))
        told.push(...differences(route, type, payload));
      next(null, payload);
    });
  return told;
}

function differences(route: string, type: string, payload: string): string[] {
  const at = { route, payload };
  if (type.startsWith('application/problem+json')) return differencesFrom({ ...at, schema: PROBLEM });
  if (!/ \/(?:api|v)\//.test(route) || (payload !== '' && !type.startsWith('application/json'))) return [];
  const schema = answers[route]?.json;
  if (schema && payload !== '') return differencesFrom({ ...at, schema });
  return answers[route] && !schema && payload === '' ? [] : [`${route}: ${payload || 'nothing'} is not described`];
}

function differencesFrom({
  route,
  payload,
  schema,
}: {
  route: string;
  payload: string;
  schema: AnswerSchema;
}): string[] {
  const reader = readers.get(schema) ?? readerOf(schema);
  readers.set(schema, reader);
  const { error } = reader.safeParse(withoutSpecimen(JSON.parse(payload)));
  return error ? [`${route}: ${z.prettifyError(error)} in ${payload}`] : [];
}

/** Every object of a demonstration says that it is one. */
function withoutSpecimen(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('specimen' in answer)) return answer;
  const { specimen: _, ...rest } = answer;
  return rest;
}

/** In an answer of ours there is nothing that its schema does not name. */
function readerOf(schema: AnswerSchema): z.ZodType {
  return z.fromJSONSchema({ ...(closed(schema) as object), $defs: NAMED_ONES });
}

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closed(one)]));
  if (typeof inner['$ref'] === 'string') return { $ref: inner['$ref'].replace(NAMED, '#/$defs/') };
  return typeof inner['properties'] === 'object' && inner['type'] === 'object' && !('additionalProperties' in inner)
    ? { ...inner, additionalProperties: false }
    : inner;
}
