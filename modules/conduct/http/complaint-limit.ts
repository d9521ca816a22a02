import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type {} from '@fastify/rate-limit';
import { DomainError } from '../../../src/kernel/domain-error.js';

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

/** Many people of one house or one office come from one address; nobody tells of twenty concerns in an hour. */
export const COMPLAINTS_PER_HOUR = 20;
/** An IPv6 neighbourhood that belongs to one connection. */
const IPV6_SUBNET = 56;

/**
 * How many concerns one connection may tell in an hour, by page and by API together. Counted when it is taken, so
 * that a form that is corrected is one; told on the form itself, with everything that was typed still in it.
 */
@Injectable()
export class ComplaintLimit {
  private limiter: Limiter | undefined;

  constructor(private readonly host: HttpAdapterHost) {}

  /**
   * Takes a concern unless the hour's number is reached.
   * @param take files it; what throws is not counted
   * @throws DomainError conduct.too_many_complaints
   */
  async within<T>(request: FastifyRequest, take: () => Promise<T>): Promise<T> {
    const soFar = await this.limit()(request, { increment: false });
    if (!soFar.isAllowed && soFar.remaining === 0) throw tooMany(soFar.ttlInSeconds);
    const taken = await take();
    await this.limit()(request);
    return taken;
  }

  private limit(): Limiter {
    const server: FastifyInstance = this.host.httpAdapter.getInstance();
    this.limiter ??= server.createRateLimit({
      max: COMPLAINTS_PER_HOUR,
      timeWindow: '1 hour',
      ipv6Subnet: IPV6_SUBNET,
    });
    return this.limiter;
  }
}

function tooMany(seconds: number): DomainError {
  const minutes = Math.ceil(seconds / 60);
  return new DomainError({
    code: 'conduct.too_many_complaints',
    kind: 'too_many',
    message: 'Many concerns came from your connection within an hour.',
    next:
      `What you wrote is still here. Please keep this page open and send it again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, ` +
      'or write to the certifying body: its address is on the certificate. If somebody is in danger now, call 911.',
    retryAfter: seconds,
  });
}
