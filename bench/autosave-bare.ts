// The yardstick of the autosave benchmark: node:http and pg, one answer by an upsert and its receipt, and nothing else.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 8 });

const server = createServer((request, response) => {
  const [, , , , sitting, , version] = (request.url ?? '').split('/');
  let text = '';
  request.on('data', (part: Buffer) => (text += part.toString('utf8')));
  request.on('end', () => {
    const { revision, chosen } = JSON.parse(text) as { revision: number; chosen: string[] };
    pool
      .query(
        `insert into bare_answer (sitting_id, version_id, revision, answer, saved_at) values ($1, $2, $3, $4, now())
         on conflict (sitting_id, version_id) do update
           set revision = excluded.revision, answer = excluded.answer, saved_at = excluded.saved_at
         returning saved_at`,
        [sitting, version, revision, JSON.stringify({ chosen })],
      )
      .then(
        ({ rows }) => {
          response.setHeader('content-type', 'application/json; charset=utf-8');
          response.end(JSON.stringify({ savedAt: (rows[0] as { saved_at: Date }).saved_at.toISOString() }));
        },
        (error: unknown) => {
          response.statusCode = 500;
          response.end(String(error));
        },
      );
  });
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ port });
});
