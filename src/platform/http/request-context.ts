import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import type { Language } from '../../kernel/languages.js';
import type { FieldProblem } from '../../kernel/domain-error.js';
import type { TransactionContext } from '../database/transaction.js';
import type { FormPageOf } from './form-page.js';
import type { UploadedFile } from './uploads.js';

export type HttpRequest = FastifyRequest & {
  cookies: Record<string, string | undefined>;
  context?: RequestContext;
  formPage?: FormPageOf;
  /** That its pages are wished in, once something asked. */
  language?: Language;
  /** Pages of those who work at an organization's desk are English: what code says on them is, too. */
  isForStaff?: boolean;
};

export interface FormState {
  /** What was typed, by field name. */
  values: Record<string, unknown>;
  /** `next`: what to do, where the problem is one of the whole form. */
  problems: (FieldProblem & { next?: string })[];
  /** The address that could not accept the form. */
  action?: string;
  /** The values were kept while the session had ended. */
  kept?: boolean;
}

/** What a controller knows of the request it answers. */
export interface RequestContext extends TransactionContext {
  readonly ip: string;
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Present when a page is shown again after a problem, or after signing in again. */
  form?: FormState;
}

export function isApi(request: Pick<FastifyRequest, 'url'>): boolean {
  return request.url.startsWith('/api/');
}

/** The context of the request, as first parameter of a controller's method. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => {
  const { context } = execution.switchToHttp().getRequest<HttpRequest>();
  if (!context) throw new Error('The access guard has not seen this request');
  return context;
});

/** Builds the context and puts it on the request. */
export function attachContext(request: HttpRequest, actor: Actor): RequestContext {
  const context: RequestContext = {
    actor,
    requestId: String(request.id),
    ip: request.ip,
    method: request.method,
    path: pathOf(request),
    params: (request.params ?? {}) as Record<string, string>,
    query: (request.query ?? {}) as Record<string, string | undefined>,
    cookies: request.cookies,
    idempotency: idempotencyOf(request, actor),
  };
  request.context = context;
  return context;
}

/** The context without its idempotency key, for answers that must not be kept (a session token, for example). */
export function unrepeatable(ctx: RequestContext): RequestContext {
  return { ...ctx, idempotency: undefined };
}

export function pathOf(request: Pick<FastifyRequest, 'url'>): string {
  return request.url.split('?', 1)[0] ?? '/';
}

function idempotencyOf(request: HttpRequest, actor: Actor): RequestContext['idempotency'] {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const { _form, _csrf, ...sent } = (request.body ?? {}) as Record<string, unknown>;
  const given = isApi(request) ? request.headers['idempotency-key'] : _form;
  if (typeof given !== 'string' || given === '') return undefined;
  const who = actor.kind === 'person' ? actor.personId : actor.kind;
  return {
    key: sha256(JSON.stringify([who, request.method, pathOf(request), given])),
    requestHash: sha256(JSON.stringify(sent, (_, value: unknown) => (isUpload(value) ? value.sha256 : value))),
  };
}

function isUpload(value: unknown): value is UploadedFile {
  return typeof value === 'object' && value !== null && 'sha256' in value && 'bytes' in value;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
