import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ownAssetFolders, uswdsFolder } from './assets.js';

const keptForAYear = 'public, max-age=31536000, immutable';
const keptForAnHour = 'public, max-age=3600';

/**
 * Serves our own files and, straight from the package, stylesheet, fonts and icons of USWDS. An address with the mark
 * of its content (`?v=`, helper `asset`) may be kept for a year. The stylesheet is half a megabyte of text: it is
 * compressed once at the start and goes out as 60 kB.
 */
export async function serveAssets(fastify: FastifyInstance, root: string): Promise<void> {
  const stylesheet = readFileSync(join(uswdsFolder(root), 'css/uswds.min.css'));
  const compressed = gzipSync(stylesheet, { level: 9 });
  fastify.get('/assets/uswds/css/uswds.min.css', (request, reply) => {
    const gzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    reply.type('text/css; charset=utf-8').header('cache-control', keptForAYear).header('vary', 'accept-encoding');
    if (gzip) reply.header('content-encoding', 'gzip');
    return reply.send(gzip ? compressed : stylesheet);
  });

  const folders = [
    ...['fonts', 'img'].map((part) => ({ prefix: `/assets/uswds/${part}/`, folder: join(uswdsFolder(root), part) })),
    ...ownAssetFolders(root),
  ];
  for (const { prefix, folder } of folders) {
    await fastify.register(fastifyStatic, {
      root: folder,
      prefix,
      index: false,
      decorateReply: false,
      cacheControl: false,
      setHeaders: (reply: FastifyReply) => {
        const lasting = prefix.startsWith('/assets/uswds/') || reply.request.url.includes('?v=');
        reply.header('cache-control', lasting ? keptForAYear : keptForAnHour);
      },
    });
  }
}
