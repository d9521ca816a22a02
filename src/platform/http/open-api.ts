import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import type { Config } from '../../config/config.js';

/**
 * The API as an OpenAPI document. What a body may hold is read from the class-validator decorators that check it, so that
 * document and behaviour cannot part.
 */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('Goodstanding')
    .setDescription('Everything a page can do, as JSON. Get a token with POST /api/v1/tokens and send it as Bearer.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, options);
  const paths = Object.fromEntries(
    Object.entries(document.paths).filter(([path]) => path.startsWith('/api/') || path.startsWith('/v/')),
  );
  const schemas = { ...document.components?.schemas };
  const inputs = validationMetadatasToSchemas() as typeof schemas;
  for (const [name, schema] of Object.entries(schemas)) schemas[name] = inputs[name] ?? schema;
  return { ...document, paths, components: { ...document.components, schemas } };
}

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
