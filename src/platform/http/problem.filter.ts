import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Log } from '../log/log.js';
import { FormPages } from './form-page.js';
import { problemIn } from './page-speech.js';
import { ProblemPage } from './problem-page.js';
import { toProblem, type Problem, type ProblemDocument } from './problem.js';
import { isApi, pathOf, type HttpRequest } from './request-context.js';
import { languageOf } from './reader-language.js';
import { SignInFirst } from './sign-in-first.js';

/** The last place an error reaches: the form again where it can be mended, problem JSON for the API, a page with the same words for people. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(ProblemPage) private readonly pages: ProblemPage,
    private readonly formPages: FormPages,
    private readonly signInFirst: SignInFirst,
    private readonly log: Log,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    const reply = http.getResponse<FastifyReply>();
    try {
      const form = await this.formPages.again(request, error);
      if (form) await reply.status(form.status).send(form.page);
      else await this.tell(request, reply, error);
    } catch (another) {
      await this.tell(request, reply, another);
    }
  }

  private async tell(request: HttpRequest, reply: FastifyReply, error: unknown): Promise<void> {
    const problem = toProblem(error);
    if (problem.status >= 500) this.log.error('request did not succeed', { requestId: request.id, error });
    if (problem.retryAfter) reply.header('retry-after', problem.retryAfter);
    if (isApi(request) || wantsJson(request)) await sendJson(reply, problemIn(languageOf(request), problem), request);
    else if (problem.code === 'access.not_signed_in') await this.signInFirst.askToSignIn(request, reply);
    else if (problem.code === 'access.second_factor_needed') await this.signInFirst.askForSecondFactor(request, reply);
    else await this.pages.send(request, reply, problem);
  }
}

async function sendJson(reply: FastifyReply, problem: Problem, request: HttpRequest): Promise<void> {
  const document: ProblemDocument = { ...problem, instance: pathOf(request), requestId: String(request.id) };
  await reply
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(document);
}

function wantsJson(request: HttpRequest): boolean {
  const accept = request.headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}
