import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { filesNamed } from '../../invariants/files.js';
import { systemNow } from '../../platform/clock/clock.js';
import type { BackupLine, End } from './backup-line.js';
import { migrationsOf, RowTally, rowsOf, tablesOf } from './tables.js';

/** Bytes of a stored file in one line; a multiple of three, so that base64 needs no padding between. */
const PIECE = 192 * 1024;

export interface BackupInput {
  ownerUrl: string;
  /** The directory of stored files. */
  storage: string;
  /** Where the backup goes; it appears under this name only when it is whole. */
  file: string;
}

/**
 * Writes everything the product keeps into one file: all tables as of one moment, and every stored file they name. The
 * product goes on meanwhile, and memory stays flat. Queues are not in it: the outbox fills them again.
 * @returns what was written; `missing` names stored files that were not there
 */
export async function takeBackup({ ownerUrl, storage, file }: BackupInput): Promise<End> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c timezone=UTC -c datestyle=ISO' });
  await client.connect();
  const unfinished = `${file}.part`;
  const summary: End = { kind: 'end', tables: 0, rows: 0, files: 0, missing: [] };
  try {
    await client.query('begin isolation level repeatable read read only');
    const text = Readable.from(backupText(client, storage, summary), { objectMode: true, highWaterMark: 16 });
    await pipeline(text, createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    await client.query('commit');
    await syncAndName(unfinished, file);
    return summary;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function* backupText(client: pg.Client, storage: string, summary: End): AsyncGenerator<string> {
  const said = (line: BackupLine) => `${JSON.stringify(line)}\n`;
  const migrations = await migrationsOf(client);
  yield said({ kind: 'header', format: 1, takenAt: systemNow().toString(), migrations });
  for (const table of await tablesOf(client)) {
    yield said({ kind: 'table', name: table.name, columns: table.columns.map(({ name }) => name) });
    const tally = new RowTally();
    for await (const lines of rowsOf(client, table)) {
      tally.add(lines);
      yield `${lines.join('\n')}\n`;
    }
    yield said({ kind: 'rows', table: table.name, count: tally.count, sha256: tally.digest() });
    summary.tables += 1;
    summary.rows += tally.count;
  }
  const query = async <Row>(sql: string) => (await client.query(sql)).rows as Row[];
  for (const sha256 of await filesNamed(query)) {
    const size = yield* fileText(storage, sha256, said);
    if (size === null) summary.missing.push(sha256);
    else summary.files += 1;
  }
  yield said(summary);
}

/** A stored file in pieces. @returns its size, or null when it is not there */
async function* fileText(
  storage: string,
  sha256: string,
  said: (line: BackupLine) => string,
): AsyncGenerator<string, number | null> {
  const path = join(storage, sha256.slice(0, 2), sha256);
  const handle = await open(path).catch(() => null);
  if (!handle) return null;
  yield said({ kind: 'file', sha256 });
  let size = 0;
  for await (const piece of createReadStream(path, { fd: handle, highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    size += piece.length;
    yield said({ kind: 'bytes', base64: piece.toString('base64') });
  }
  yield said({ kind: 'stored', sha256, size });
  return size;
}

async function syncAndName(unfinished: string, file: string): Promise<void> {
  const handle = await open(unfinished, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}
