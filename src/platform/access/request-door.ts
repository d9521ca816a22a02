import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../clock/clock.js';
import { KeptForms } from '../http/kept-forms.js';
import { attachContext, type HttpRequest } from '../http/request-context.js';
import { sessionCookieName } from './session-cookie.js';

/** What the guard needs of the surroundings: time, and the form that was kept when a session had ended. */
@Injectable()
export class RequestDoor {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly keptForms: KeptForms,
  ) {}

  get sessionCookie(): string {
    return sessionCookieName(this.config);
  }

  async withTime<T>(work: (manager: EntityManager, now: Temporal.Instant) => Promise<T>): Promise<T> {
    return work(this.source.manager, await this.clock.now(this.source.manager));
  }

  async attach(request: HttpRequest, actor: Actor): Promise<void> {
    const context = attachContext(request, actor);
    const kept = (request.query as Record<string, string | undefined>)['kept'];
    if (kept && request.method === 'GET' && actor.kind === 'person') {
      const values = await this.keptForms.take(this.source.manager, kept);
      if (values) context.form = { values, problems: [], kept: true };
    }
  }
}
