import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Config } from '../../config/config.js';
import { openApiDocument } from './api-document.js';

/** Serves the document at /docs (to read) and /openapi.json, unless it is switched off; production asks for it first. */
export function serveOpenApi(app: NestFastifyApplication, config: Config): void {
  const wanted = config.OPENAPI ?? (config.NODE_ENV === 'production' ? 'off' : 'on');
  if (wanted === 'off') return;
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('docs', app, () => (document ??= openApiDocument(app)), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'API · Goodstanding',
  });
  allowInlineStyles(app);
}

/** Swagger UI sets styles inside its page, which our policy forbids. It shows nothing that a person typed, and its scripts stay ours. */
function allowInlineStyles(app: NestFastifyApplication): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (/^\/docs(?:[/?]|$)/.test(request.url)) reply.header('content-security-policy', policy);
    });
}
