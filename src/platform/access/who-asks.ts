import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { anonymous, type Actor } from '../../kernel/actor.js';
import { Clock } from '../clock/clock.js';
import { isApi, type HttpRequest } from '../http/request-context.js';
import { Authenticator } from './authenticator.js';
import { sessionCookieName } from './session-cookie.js';

/** Whose request it is, by its cookie or bearer token. */
@Injectable()
export class WhoAsks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly authenticator: Authenticator,
  ) {}

  async of(request: HttpRequest): Promise<Actor> {
    const bearerToken = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const sessionToken = request.cookies[sessionCookieName(this.config)];
    const credentials = isApi(request) ? { bearerToken } : { sessionToken };
    if (!credentials.bearerToken && !credentials.sessionToken) return anonymous;
    const { manager } = this.source;
    return this.authenticator.authenticate(manager, credentials, await this.clock.now(manager));
  }
}
