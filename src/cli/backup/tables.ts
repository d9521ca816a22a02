import { createHash } from 'node:crypto';
import type pg from 'pg';

export interface Table {
  name: string;
  /** Columns that are stored, in order; what PostgreSQL computes it computes again. */
  columns: { name: string; type: string }[];
  /** The column whose numbers PostgreSQL draws one after the other, where there is one. */
  drawn: string | null;
  key: string[];
}

const BATCH = 500;

/** The product's tables by name. The list of migrations is not among them: it belongs to the schema, not to the data. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name,
            (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
             from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
            (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '') as drawn,
            (select json_agg(a.attname order by array_position(i.indkey::int2[], a.attnum))
             from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
             where i.indrelid = c.oid and i.indisprimary) as key
     from pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migrations'
     order by c.relname`,
  );
  return rows.map((table) => ({ ...table, key: table.key ?? [] }));
}

/** The names of the migrations that made the schema, oldest first. */
export async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by id');
  return rows.map(({ name }) => name);
}

/**
 * The rows of a table in the order of its key, each as the JSON text of an array of texts, a batch at a time. Needs an open
 * transaction.
 */
export async function* rowsOf(client: pg.Client, { name, columns, key }: Table): AsyncGenerator<string[]> {
  const quote = (identifier: string) => client.escapeIdentifier(identifier);
  const values = columns.map((column) => `${quote(column.name)}::text`).join(', ');
  const order = key.length > 0 ? `order by ${key.map(quote).join(', ')}` : '';
  await client.query(
    `declare backup_rows no scroll cursor for select json_build_array(${values})::text as line from ${quote(name)} ${order}`,
  );
  try {
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${BATCH} from backup_rows`);
      if (rows.length === 0) return;
      yield rows.map(({ line }) => line);
    }
  } finally {
    await client.query('close backup_rows');
  }
}

/** Counts rows and takes their digest while they go by. */
export class RowTally {
  count = 0;
  private readonly hash = createHash('sha256');

  add(lines: readonly string[]): void {
    this.count += lines.length;
    for (const line of lines) this.hash.update(line).update('\n');
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}
