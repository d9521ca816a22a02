import { DataSource } from 'typeorm';
import type { TestApp } from './app.js';

interface Client {
  query: (...input: unknown[]) => unknown;
}

/** The statements that `work` sends to the database, without those that open and end transactions. */
export async function queriesOf(test: TestApp, work: () => Promise<unknown>): Promise<number> {
  let statements = 0;
  const pool = (
    test.get(DataSource).driver as unknown as {
      master: Record<'on' | 'off', (e: string, f: (c: Client) => void) => void>;
    }
  ).master;
  const restore: (() => unknown)[] = [];
  const counted = new Set<Client>();
  const count = (client: Client) => {
    if (counted.has(client)) return;
    counted.add(client);
    const query = client.query.bind(client);
    client.query = (...input) => {
      const text = typeof input[0] === 'string' ? input[0] : (input[0] as { text?: string }).text;
      if (!/^\s*(begin|start|commit|rollback|set )/i.test(text ?? '')) statements += 1;
      return query(...input);
    };
    restore.push(() => (client.query = query));
  };
  pool.on('acquire', count);
  try {
    await work();
  } finally {
    pool.off('acquire', count);
    for (const undo of restore.toReversed()) undo();
  }
  return statements;
}
