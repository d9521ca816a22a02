import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { KeptForms } from './kept-forms.js';
import { pathOf, type HttpRequest } from './request-context.js';

/** Sends a person to sign in, or to their second factor, and from there back to where they were, with what they typed. */
@Injectable()
export class SignInFirst {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly keptForms: KeptForms,
  ) {}

  async askToSignIn(request: HttpRequest, reply: FastifyReply): Promise<void> {
    const query = new URLSearchParams({ returnTo: formPath(request) });
    if (request.method !== 'GET') {
      const typed = (request.body ?? {}) as Record<string, unknown>;
      query.set('kept', await this.keptForms.keep(this.source.manager, pathOf(request), typed));
    }
    await reply.status(303).header('location', `/sign-in?${query.toString()}`).send('');
  }

  async askForSecondFactor(request: HttpRequest, reply: FastifyReply): Promise<void> {
    const query = new URLSearchParams({ returnTo: formPath(request) });
    await reply.status(303).header('location', `/second-factor?${query.toString()}`).send('');
  }
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
