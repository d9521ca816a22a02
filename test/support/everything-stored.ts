import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestApp } from './app.js';

/**
 * Every row of every table as text, bytes read as Latin-1 beside their hexadecimal form, and every file below the data
 * directory, mails included unless told: to show that a text is nowhere.
 */
export async function everythingStored(test: TestApp, { mail = true }: { mail?: boolean } = {}): Promise<string> {
  const { rows: tables } = await test.owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await test.owner.query<{ row: string }>(`select t::text as row from "${name}" t`);
    for (const { row } of rows) parts.push(row, ...bytesIn(row));
  }
  for (const entry of await readdir(test.config.DATA_DIR, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && (mail || !entry.parentPath.endsWith('/mail')))
      parts.push((await readFile(join(entry.parentPath, entry.name))).toString('latin1'));
  }
  return parts.join('\n');
}

/** What PostgreSQL writes as `\x…`. */
function bytesIn(row: string): string[] {
  return [...row.matchAll(/\\x([0-9a-f]{8,})/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'));
}
