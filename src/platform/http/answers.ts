import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Installation } from '../database/installation.js';
import { NOTICE_COOKIE, PageWriter } from './page-writer.js';
import { isApi, type HttpRequest } from './request-context.js';
import { FileResponse, RedirectResponse, ViewResponse } from './responses.js';

type Answer = ViewResponse | RedirectResponse | FileResponse;

/**
 * Turns what controllers return into pages, redirects and files. A hook of Fastify and not an interceptor of Nest: with any
 * interceptor Nest wraps each call into observables, which costs the public register a tenth of its answers.
 */
export function writeAnswers(app: NestFastifyApplication): void {
  const pages = app.get(PageWriter);
  const installation = app.get(Installation);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preSerialization', (request, reply, payload: unknown, next) => {
      if (isAnswer(payload)) return write(pages, request, reply, payload);
      next(null, installation.demonstration ? withSpecimen(request, reply, payload) : payload);
    });
}

/** Everything else is JSON. */
function isAnswer(payload: unknown): payload is Answer {
  return payload instanceof ViewResponse || payload instanceof RedirectResponse || payload instanceof FileResponse;
}

/** In a demonstration every answer of the API, and every problem, says that it is about no real credential. */
function withSpecimen(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const asked = isApi(request) || String(reply.getHeader('content-type')).startsWith('application/problem+json');
  const says = asked && typeof payload === 'object' && payload !== null && !Array.isArray(payload);
  return says ? { specimen: 'SPECIMEN, NOT A CREDENTIAL', ...payload } : payload;
}

async function write(pages: PageWriter, request: HttpRequest, reply: FastifyReply, answer: Answer) {
  const written = await toWire(pages, request, reply, answer);
  reply.serializer((ready: string) => ready);
  return written;
}

function toWire(pages: PageWriter, request: HttpRequest, reply: FastifyReply, answer: Answer) {
  if (answer instanceof ViewResponse) return pages.write(request, reply, answer);
  return answer instanceof RedirectResponse ? redirectTo(reply, answer) : sendFile(reply, answer);
}

function redirectTo(reply: FastifyReply, { to, options }: RedirectResponse): string {
  for (const { name, value, options: cookie } of options.cookies ?? []) {
    if (value === undefined) reply.clearCookie(name, cookie);
    else reply.setCookie(name, value, cookie);
  }
  if (options.notice) reply.setCookie(NOTICE_COOKIE, options.notice, { path: '/', httpOnly: true, maxAge: 60 });
  for (const [header, value] of Object.entries(options.headers ?? {})) reply.header(header, value);
  reply.status(303).type('text/plain; charset=utf-8').header('location', to);
  return '';
}

function sendFile(reply: FastifyReply, { bytes, fileName, type }: FileResponse): FileResponse['bytes'] {
  const name = encodeURIComponent(fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .header('content-security-policy', 'sandbox');
  return bytes;
}
