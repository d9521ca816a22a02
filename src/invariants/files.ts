import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Breach, KeptPromise, Surroundings } from './promise.js';

const HOUR_MS = 3_600_000;
const NAME = /^[0-9a-f]{64}$/;

/** Columns that name stored files end in `sha256`, in every table there is or will be. */
const NAMING_COLUMNS = `
  select c.relname as "table", a.attname as "column"
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and a.attname like '%sha256'
    and a.atttypid = 'text'::regtype`;

/** Every file that a row names is there as it was stored, and there is no file that no row names. */
export const files: KeptPromise = {
  name: 'files',
  says: 'every stored file is there unchanged, and none is there that nobody knows of',
  async breaches({ query, storage }: Surroundings): Promise<Breach[]> {
    const named = await filesNamed(query);
    const problems: Breach[] = [];
    for (const sha256 of named) {
      const hash = await hashOf(join(storage, sha256.slice(0, 2), sha256));
      if (hash === sha256) continue;
      problems.push({ subject: `file ${sha256}`, problem: hash === null ? 'it is missing' : 'it has changed on disk' });
    }
    for (const name of await filesOlderThanAnHour(storage)) {
      if (!named.has(name)) problems.push({ subject: `file ${name}`, problem: 'no row names it' });
    }
    return problems;
  },
};

/** The hashes of all files that rows of the database name. */
export async function filesNamed(query: Surroundings['query']): Promise<Set<string>> {
  const named = new Set<string>();
  for (const { table, column } of await query<{ table: string; column: string }>(NAMING_COLUMNS)) {
    const rows = await query<{ sha256: string }>(
      `select distinct "${column}" as sha256 from "${table}" where "${column}" is not null`,
    );
    for (const { sha256 } of rows) named.add(sha256);
  }
  return named;
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex');
}

/** A file is stored before its row commits: young ones may still be on their way. */
async function filesOlderThanAnHour(storage: string): Promise<string[]> {
  const entries = await readdir(storage, { recursive: true, withFileTypes: true }).catch(() => []);
  const limit = performance.timeOrigin + performance.now() - HOUR_MS;
  const old: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !NAME.test(entry.name)) continue;
    const { mtimeMs } = await stat(join(entry.parentPath, entry.name));
    if (mtimeMs < limit) old.push(entry.name);
  }
  return old;
}
