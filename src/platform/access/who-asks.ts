import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { anonymous, type Actor } from '../../kernel/actor.js';
import { Clock } from '../clock/clock.js';
import type { HttpRequest } from '../http/request-context.js';
import { Authenticator } from './authenticator.js';
import { Callers } from './callers.js';

/** Whose request it is, by its cookie or bearer token. */
@Injectable()
export class WhoAsks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly authenticator: Authenticator,
    private readonly callers: Callers,
  ) {}

  async of(request: HttpRequest): Promise<Actor> {
    const credentials = this.callers.carriedBy(request);
    const token = credentials.bearerToken ?? credentials.sessionToken;
    if (!token) return anonymous;
    const { manager } = this.source;
    const actor = await this.authenticator.authenticate(manager, credentials, await this.clock.now(manager));
    this.callers.note(token, actor);
    return actor;
  }
}
