import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { migrate } from '../../platform/database/migrate.js';
import type { BackupLine, End, Header, Tally } from './backup-line.js';
import { FileWriter } from './file-writer.js';
import { migrationsOf, RowTally, rowsOf, tablesOf, type Table } from './tables.js';

const BATCH = 500;

export interface RestoreInput {
  ownerUrl: string;
  storage: string;
  file: string;
  /** Removes what the database holds; without it only an empty one is filled. */
  replace: boolean;
}

/**
 * Fills a database of the same schema from a backup, in one transaction: all of it or nothing. Afterwards every table is
 * read again and compared with what was written, and outgoing effects are paused: between the backup and now letters may
 * have gone out that this database does not know of.
 * @throws Error in words when the backup is not whole, belongs to another schema, or the database is not empty
 */
export async function restoreBackup({ ownerUrl, storage, file, replace }: RestoreInput): Promise<End> {
  await migrate({ ownerUrl });
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c timezone=UTC -c datestyle=ISO' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica'); // foreign keys and guards: the rows were kept by them before
    if (!replace) await refuseUnlessEmpty(client);
    const end = await fill(client, storage, linesOf(file));
    await client.query(
      `insert into outbox_pause (reason, paused_at) values ('restored from a backup', now()) on conflict do nothing`,
    );
    await client.query('commit');
    return end;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** @throws Error in words for a file that was cut off or is no backup */
async function* linesOf(file: string): AsyncGenerator<BackupLine> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip()).setEncoding('utf8');
  source.once('error', (error) => text.destroy(error));
  let rest = '';
  try {
    for await (const piece of text as AsyncIterable<string>) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as BackupLine;
    }
  } catch (error) {
    if (!isOfCompression(error)) throw error;
    throw new Error('The backup is not whole: the file was cut off or is no backup.', { cause: error });
  }
}

function isOfCompression(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return code.startsWith('Z_') || error instanceof SyntaxError;
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select exists (select from person) or exists (select from audit) as filled');
  if (rows[0].filled) throw new Error('This database holds data already. To lose it for the backup, add --replace.');
}

async function fill(client: pg.Client, storage: string, lines: AsyncIterable<BackupLine>): Promise<End> {
  const tables = new Map((await tablesOf(client)).map((table) => [table.name, table]));
  await client.query(`truncate ${[...tables.keys()].map((name) => client.escapeIdentifier(name)).join(', ')}`);
  const files = new FileWriter(storage);
  const restored = new Set<string>();
  let rows: RowWriter | undefined;
  let end: End | undefined;
  for await (const line of lines) {
    if (Array.isArray(line)) await rows?.add(line);
    else if (line.kind === 'header') await refuseOtherSchema(client, line);
    else if (line.kind === 'table') rows = new RowWriter(client, tableNamed(tables, line.name), line.columns);
    else if (line.kind === 'rows') {
      await rows?.flush();
      const table = tableNamed(tables, line.table);
      await drawOn(client, table);
      await compare(client, table, line);
      restored.add(line.table);
    } else if (line.kind === 'file') await files.begin(line.sha256);
    else if (line.kind === 'bytes') await files.add(Buffer.from(line.base64, 'base64'));
    else if (line.kind === 'stored') await files.end(line);
    else end = line;
  }
  const left = [...tables.keys()].filter((name) => !restored.has(name));
  if (!end || left.length > 0 || files.count !== end.files)
    throw new Error('The backup is not whole: its end is missing.');
  return end;
}

async function refuseOtherSchema(client: pg.Client, { format, migrations }: Header): Promise<void> {
  const here = await migrationsOf(client);
  if (format === 1 && here.join() === migrations.join()) return;
  throw new Error(
    `The backup was taken with another version of Goodstanding (its newest migration: ${migrations.at(-1)}; here: ` +
      `${here.at(-1)}). Restore it with that version, then bring it forward with "migrate".`,
  );
}

function tableNamed(tables: Map<string, Table>, name: string): Table {
  const table = tables.get(name);
  if (!table) throw new Error(`The backup holds a table "${name}" that this version does not have.`);
  return table;
}

/** Numbers go on after the highest that was restored: one that a person was told is never given to another. */
async function drawOn(client: pg.Client, { name, drawn }: Table): Promise<void> {
  if (!drawn) return;
  const [table, column] = [client.escapeIdentifier(name), client.escapeIdentifier(drawn)];
  await client.query(
    `select setval(pg_get_serial_sequence($1, $2), highest) from (select max(${column}) as highest from ${table}) restored
     where highest is not null`,
    [table, drawn],
  );
}

/** Reads a restored table again, as it was read for the backup. */
async function compare(client: pg.Client, table: Table, { count, sha256 }: Tally): Promise<void> {
  const tally = new RowTally();
  for await (const lines of rowsOf(client, table)) tally.add(lines);
  if (tally.count !== count || tally.digest() !== sha256) {
    throw new Error(`The table ${table.name} does not hold what was saved (${tally.count} rows of ${count}).`);
  }
}

/** Inserts rows a batch at a time. */
class RowWriter {
  private waiting: (string | null)[][] = [];
  private readonly insert: string;

  constructor(
    private readonly client: pg.Client,
    { name, columns }: Table,
    saved: readonly string[],
  ) {
    const types = new Map(columns.map((column) => [column.name, column.type]));
    const values = saved.map((column, place) => `(line ->> ${place})::${types.get(column)}`);
    const into = saved.map((column) => client.escapeIdentifier(column)).join(', ');
    // Numbers that PostgreSQL drew come back as they were.
    this.insert = `insert into ${client.escapeIdentifier(name)} (${into}) overriding system value
      select ${values.join(', ')} from json_array_elements($1::json) line`;
  }

  async add(row: (string | null)[]): Promise<void> {
    this.waiting.push(row);
    if (this.waiting.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.waiting.length === 0) return;
    await this.client.query(this.insert, [JSON.stringify(this.waiting)]);
    this.waiting = [];
  }
}
