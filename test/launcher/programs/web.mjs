// Stands for the web process: answers on PORT with what the database lets its login see, and drains slowly on SIGTERM.
import { createServer } from 'node:http';
import pg from 'pg';

const server = createServer(async (request, response) => {
  if (request.url === '/crash') process.exit(3);
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  const { rows } = await client.query('select current_user as login, demonstration from installation');
  await client.end();
  response.end(JSON.stringify({ ...rows[0], pid: process.pid, owner: process.env.OWNER_DATABASE_URL ?? null }));
});
server.listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', () => setTimeout(() => process.exit(0), 300));
