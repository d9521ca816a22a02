import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { assetsFolder, uswdsFolder } from './assets.js';

const keptForAYear = 'public, max-age=31536000, immutable';

/**
 * Serves /assets (ours) and /assets/uswds (fonts, icons and stylesheet, straight from the package). The stylesheet is
 * half a megabyte of text, so it is compressed once at the start and sent as 60 kB to whoever takes gzip.
 */
export async function serveAssets(fastify: FastifyInstance, root: string): Promise<void> {
  const shared = { decorateReply: false, cacheControl: false, index: false as const };
  const setHeaders = (reply: FastifyReply) => void reply.header('cache-control', keptForAYear);

  const stylesheet = readFileSync(join(uswdsFolder(root), 'css/uswds.min.css'));
  const compressed = gzipSync(stylesheet, { level: 9 });
  fastify.get('/assets/uswds/css/uswds.min.css', (request, reply) => {
    const gzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    reply.headers({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': keptForAYear,
      vary: 'accept-encoding',
    });
    if (gzip) reply.header('content-encoding', 'gzip');
    return reply.send(gzip ? compressed : stylesheet);
  });
  for (const part of ['fonts', 'img']) {
    const folder = join(uswdsFolder(root), part);
    await fastify.register(fastifyStatic, { ...shared, root: folder, prefix: `/assets/uswds/${part}/`, setHeaders });
  }
  await fastify.register(fastifyStatic, {
    ...shared,
    root: assetsFolder(root),
    prefix: '/assets/',
    wildcard: false,
    setHeaders,
  });
}
