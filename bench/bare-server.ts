// The yardstick of the verification benchmark: node:http and pg, one row by its number as JSON, and nothing else.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 8 });

const server = createServer((request, response) => {
  const number = decodeURIComponent((request.url ?? '').slice('/v/'.length));
  pool.query('select * from credential where number = $1', [number]).then(
    ({ rows }) => {
      response.statusCode = rows.length === 1 ? 200 : 404;
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(rows[0] ?? null));
    },
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ port });
});
