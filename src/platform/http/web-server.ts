import { createHash, randomUUID } from 'node:crypto';
import { IncomingMessage, maxHeaderSize, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import helmet from 'helmet';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../../config/config.js';
import { projectRoot } from '../../config/project-root.js';
import { Callers } from '../access/callers.js';
import { Log } from '../log/log.js';
import { writeAnswers } from './answers.js';
import { serveAssets } from '../views/static-assets.js';
import { serveOpenApi } from './open-api.js';
import { knowReaders } from './reader-language.js';
import { isApi, type HttpRequest } from './request-context.js';
import { UPLOAD_LIMIT, type UploadedFile } from './uploads.js';
import { decodable } from './well-formed.js';

const ONE_YEAR_S = 365 * 24 * 3600;

export function createAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: trustedHops(config.TRUST_PROXY_HOPS),
    bodyLimit: 1024 * 1024,
    genReqId: () => randomUUID(),
    // An address of any length and shape reaches a route, or that of nothing, and is answered there as all others are.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: maxHeaderSize },
    rewriteUrl: ({ url = '/' }) => decodable(url),
    forceCloseConnections: 'idle',
  });
}

/** The last `hops` addresses belong to our own proxies; whatever stands before them is the sender's word. */
function trustedHops(hops: number) {
  return hops === 0 ? false : (_address: string, hop: number) => hop < hops;
}

/** Registers what surrounds every route: headers, cookies, uploads, limits, static files, one log line per request. */
export async function configure(app: NestFastifyApplication, config: Config): Promise<NestFastifyApplication> {
  const https = config.PUBLIC_URL.startsWith('https:');
  const log = app.get(Log);
  app.useLogger(log);
  app.enableShutdownHooks([]);
  sendSecurityHeaders(app, securityHeaders(https));
  await app.register(cookie);
  knowReaders(app);
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: UPLOAD_LIMIT, files: 5, fields: 200 },
    onFile: async (part) => {
      const bytes = await part.toBuffer();
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const upload: UploadedFile = { fileName: part.filename, declaredType: part.mimetype, bytes, sha256 };
      (part as unknown as { value: UploadedFile }).value = upload;
    },
  });
  // Before the limit, which knows only the routes that come after it: a page needs a dozen assets, and an exam its script.
  await serveAssets(app.getHttpAdapter().getInstance(), projectRoot);
  const callers = app.get(Callers);
  await app.register(rateLimit, {
    max: config.RATE_LIMIT_PER_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: (request) => callers.countedFor(request as HttpRequest),
  });
  writeAnswers(app);
  serveOpenApi(app, config);
  logRequests(app, log);
  return app;
}

/** Given to the reply as a whole: a header set on the raw answer makes Node write all of them one by one. */
function sendSecurityHeaders(app: NestFastifyApplication, headers: Record<string, string>): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (_request, reply, next) => {
      reply.headers(headers);
      next();
    });
}

/**
 * What helmet says, worked out once: it is the same in all answers. Its plugin for Fastify puts a function of its own on
 * every reply, by which V8 keeps each request until the next full collection.
 */
function securityHeaders(https: boolean): Record<string, string> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet(settings(https))(request, response, () => undefined);
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]));
}

function settings(https: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: ONE_YEAR_S, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginEmbedderPolicy: false,
    // No browser that can show these pages heeds them, and every answer would carry them.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  } as const;
}

/** Route patterns, not addresses: an address may hold a token or a number. */
function logRequests(app: NestFastifyApplication, log: Log): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, next) => {
      log.log('request', {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        api: isApi(request),
      });
      next();
    });
}
