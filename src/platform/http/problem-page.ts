import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { WhoAsks } from '../access/who-asks.js';
import { PageWriter } from './page-writer.js';
import type { Problem } from './problem.js';
import { attachContext, type HttpRequest } from './request-context.js';

/** The page of a problem, with what stands around it for the one who reads it. */
@Injectable()
export class ProblemPage {
  constructor(
    @Inject(PageWriter) private readonly pages: PageWriter,
    private readonly who: WhoAsks,
  ) {}

  async send(request: HttpRequest, reply: FastifyReply, problem: Problem): Promise<void> {
    // No guard has seen who asks for an address that is nobody's; their own way to support stands there all the same.
    if (!request.context) await this.attach(request);
    await this.pages.problem(request, reply, problem);
  }

  /** Without the database nobody is known, and the page is shown without a name. */
  private async attach(request: HttpRequest): Promise<void> {
    const actor = await this.who.of(request).catch(() => null);
    if (actor) attachContext(request, actor);
  }
}
