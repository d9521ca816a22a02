import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { catchError, from, mergeMap, of, type Observable } from 'rxjs';
import { DomainError } from '../../kernel/domain-error.js';
import { FORM_PAGE } from './form-page.js';
import { NOTICE_COOKIE, PageWriter } from './page-writer.js';
import { toProblem } from './problem.js';
import { isApi, type HttpRequest, type RequestContext } from './request-context.js';
import { FileResponse, RedirectResponse, ViewResponse } from './responses.js';

/** Problems that a person can mend on the form itself. */
const MENDABLE = new Set(['invalid', 'conflict', 'too_many']);

/** Turns what controllers return into pages, redirects and files, and shows a form again when it could not be accepted. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(
    private readonly pages: PageWriter,
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = execution.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      catchError((error: unknown) => this.formAgain(execution, request, reply, error)),
      mergeMap((result) => (isAnswer(result) ? from(this.write(request, reply, result)) : of(result))),
    );
  }

  private async formAgain(execution: ExecutionContext, request: HttpRequest, reply: FastifyReply, error: unknown) {
    const method = this.reflector.get<string | undefined>(FORM_PAGE, execution.getHandler());
    const ctx = request.context;
    if (!method || !ctx || isApi(request) || !(error instanceof DomainError) || !MENDABLE.has(error.kind)) throw error;
    const values = (request.body ?? {}) as Record<string, unknown>;
    const problems = error.fields.length > 0 ? error.fields : [{ message: `${error.message} ${error.next}` }];
    ctx.form = { values, problems };
    reply.status(toProblem(error).status);
    const controller = this.modules.get<Record<string, (ctx: RequestContext) => unknown>>(execution.getClass(), {
      strict: false,
    });
    const show = controller[method];
    if (!show) throw new Error(`${execution.getClass().name} has no method ${method} to show the form again`);
    return show.call(controller, ctx);
  }

  private async write(request: HttpRequest, reply: FastifyReply, answer: Answer): Promise<unknown> {
    if (answer instanceof ViewResponse) return this.pages.write(request, reply, answer);
    return answer instanceof RedirectResponse ? redirectTo(reply, answer) : sendFile(reply, answer);
  }
}

type Answer = ViewResponse | RedirectResponse | FileResponse;

/** Everything else is JSON, and goes on as it is. */
function isAnswer(result: unknown): result is Answer {
  return result instanceof ViewResponse || result instanceof RedirectResponse || result instanceof FileResponse;
}

function redirectTo(reply: FastifyReply, { to, options }: RedirectResponse): string {
  for (const { name, value, options: cookie } of options.cookies ?? []) {
    if (value === undefined) reply.clearCookie(name, cookie);
    else reply.setCookie(name, value, cookie);
  }
  if (options.notice) reply.setCookie(NOTICE_COOKIE, options.notice, { path: '/', httpOnly: true, maxAge: 60 });
  for (const [header, value] of Object.entries(options.headers ?? {})) reply.header(header, value);
  reply.status(303).header('location', to);
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
