import { createHash, randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../../config/config.js';
import { projectRoot } from '../../config/project-root.js';
import { Log } from '../log/log.js';
import { isApi } from './request-context.js';
import { UPLOAD_LIMIT, type UploadedFile } from './uploads.js';

const ONE_YEAR_MS = 365 * 24 * 3_600_000;

export function createAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: trustedHops(config.TRUST_PROXY_HOPS),
    bodyLimit: 1024 * 1024,
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
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
  await app.register(helmet, headers(https));
  await app.register(cookie);
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
  await app.register(rateLimit, { global: true, max: config.RATE_LIMIT_PER_MINUTE, timeWindow: '1 minute' });
  await serveAssets(app);
  logRequests(app, log);
  return app;
}

function headers(https: boolean) {
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
    strictTransportSecurity: https ? { maxAge: ONE_YEAR_MS / 1000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginEmbedderPolicy: false,
  } as const;
}

/** Stylesheet, fonts and icons come straight from their package; our own few files from the folders that own them. */
async function serveAssets(app: NestFastifyApplication): Promise<void> {
  const uswds = join(dirname(createRequire(import.meta.url).resolve('@uswds/uswds/package.json')), 'dist');
  const folders = [
    { prefix: '/assets/uswds/', root: uswds, immutable: true },
    { prefix: '/assets/quizzes/', root: join(projectRoot, 'modules/quizzes/http/assets'), immutable: false },
    { prefix: '/assets/', root: join(projectRoot, 'src/platform/views/assets'), immutable: false },
  ];
  for (const [index, { prefix, root, immutable }] of folders.entries()) {
    await app.register(fastifyStatic, {
      root,
      prefix,
      index: false,
      decorateReply: index === 0,
      maxAge: immutable ? ONE_YEAR_MS : 3_600_000,
      immutable,
    });
  }
}

/** Route patterns, not addresses: an address may hold a token or a number. */
function logRequests(app: NestFastifyApplication, log: Log): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', async (request, reply) => {
      log.log('request', {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        api: isApi(request),
      });
    });
}
