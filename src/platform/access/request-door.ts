import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { KeptForms } from '../http/kept-forms.js';
import { attachContext, type HttpRequest } from '../http/request-context.js';

/** Puts on a request who asks, and the form that was kept when their session had ended. */
@Injectable()
export class RequestDoor {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly keptForms: KeptForms,
  ) {}

  async attach(request: HttpRequest, actor: Actor): Promise<void> {
    const context = attachContext(request, actor);
    const kept = (request.query as Record<string, string | undefined>)['kept'];
    if (kept && request.method === 'GET' && actor.kind === 'person') {
      const form = await this.keptForms.take(this.source.manager, kept);
      if (form) context.form = { ...form, problems: [], kept: true };
    }
  }
}
