import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { Log } from '../log/log.js';
import { KeptForms } from './kept-forms.js';
import { PageWriter } from './page-writer.js';
import { toProblem, type Problem } from './problem.js';
import { isApi, pathOf, type HttpRequest } from './request-context.js';

/** The last place an error reaches: problem JSON for the API, a page with the same words for people. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(PageWriter) private readonly pages: PageWriter,
    private readonly keptForms: KeptForms,
    private readonly log: Log,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error);
    if (problem.status >= 500) this.log.error('request did not succeed', { requestId: request.id, error });
    if (problem.retryAfter) reply.header('retry-after', problem.retryAfter);
    if (isApi(request) || wantsJson(request)) await sendJson(reply, problem, request);
    else if (problem.code === 'access.not_signed_in') await this.askToSignIn(request, reply);
    else if (problem.code === 'access.second_factor_needed') await askForSecondFactor(request, reply);
    else await this.pages.problem(request, reply, problem);
  }

  private async askToSignIn(request: HttpRequest, reply: FastifyReply): Promise<void> {
    const query = new URLSearchParams({ returnTo: formPath(request) });
    if (request.method !== 'GET') {
      query.set('kept', await this.keptForms.keep(this.source.manager, formPath(request), bodyOf(request)));
    }
    await reply.status(303).header('location', `/sign-in?${query.toString()}`).send('');
  }
}

async function askForSecondFactor(request: HttpRequest, reply: FastifyReply): Promise<void> {
  const query = new URLSearchParams({ returnTo: formPath(request) });
  await reply.status(303).header('location', `/second-factor?${query.toString()}`).send('');
}

async function sendJson(reply: FastifyReply, problem: Problem, request: HttpRequest): Promise<void> {
  await reply
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send({ ...problem, instance: pathOf(request), requestId: String(request.id) });
}

function wantsJson(request: HttpRequest): boolean {
  const accept = request.headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}

/** The page that held the form: browsers name it in Referer; without one, the address that was asked for. */
function formPath(request: HttpRequest): string {
  if (request.method === 'GET') return request.url;
  try {
    const referer = new URL(request.headers.referer ?? '');
    if (referer.host === request.host) return referer.pathname + referer.search;
  } catch {
    // no usable Referer: the address itself must do
  }
  return pathOf(request);
}

function bodyOf(request: HttpRequest): Record<string, unknown> {
  return (request.body ?? {}) as Record<string, unknown>;
}
