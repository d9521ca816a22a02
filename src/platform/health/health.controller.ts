import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { CONFIG, type Config } from '../../config/config.js';
import { notFound } from '../../kernel/domain-error.js';
import { Public } from '../access/access-rule.js';
import { Metrics } from './metrics.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** For load balancers and operators; nothing here is about a person. */
@Controller()
export class HealthController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Get('health/live')
  @Public('load balancers have no session')
  live() {
    return { status: 'live' };
  }

  /** The database answers and has the schema this code was written for. */
  @Get('health/ready')
  @Public('load balancers have no session')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const found = await this.source
      .query('select (select count(*) from migrations) as applied, exists (select from outbox_pause) as paused')
      .then((rows: { applied: number; paused: boolean }[]) => rows[0])
      .catch(() => undefined);
    const ready = found?.applied === migrations.length;
    reply.status(ready ? 200 : 503).header('cache-control', 'no-store');
    const outgoing = found?.paused ? 'paused' : 'running';
    return { status: ready ? 'ready' : 'not ready', database: found !== undefined, schema: ready, outgoing };
  }

  /** Prometheus text, for this machine only; with METRICS_PORT it is served there instead. */
  @Get('metrics')
  @Public('answered to this machine only')
  async prometheus(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    if (this.config.METRICS_PORT !== undefined || !LOOPBACK.has(request.ip)) throw notFound('this page');
    reply.type(this.metrics.contentType);
    return this.metrics.text();
  }
}
