import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../database/transaction.js';
import { PersonalTables, type PersonalTable } from './personal-table.js';

/** Rows that one fetch brings: an account of any size is read in the same memory. */
const AT_ONCE = 500;

/** Rows that one run removes from a table. */
const GONE_AT_ONCE = 10_000;

export interface PersonalRow {
  table: string;
  title: string;
  row: Record<string, unknown>;
}

/** Everything that modules hold of persons, as each contributed it. */
@Injectable()
export class PersonalData implements OnModuleInit {
  private contributed: readonly PersonalTable[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    this.contributed = this.discovery
      .getProviders()
      .flatMap(({ instance }: { instance?: unknown }) => (instance instanceof PersonalTables ? instance.tables : []));
  }

  /** Every table that somebody told of. */
  get tables(): readonly PersonalTable[] {
    return this.contributed;
  }

  /** The person's rows, table by table. Read with a cursor: the transaction has to stay open until the last. */
  async *rowsOf(tx: Tx, personId: string): AsyncGenerator<PersonalRow> {
    for (const table of this.contributed) {
      if (!Array.isArray(table.gives)) continue;
      const { table: name, title } = table;
      for await (const row of cursor(tx, selectOf(table, table.gives as readonly string[]), personId)) {
        yield { table: name, title, row };
      }
    }
  }

  /** How many rows of the person each of these tables holds; tables without any are left out. */
  async count(tx: Tx, personId: string, tables: readonly string[]): Promise<Map<string, number>> {
    const asked = this.contributed.filter(({ table }) => tables.includes(table));
    if (asked.length === 0) return new Map();
    const counts = asked.map((table) => `select '${table.table}' as "table", count(*)::int as n ${fromOf(table)}`);
    const rows: { table: string; n: number }[] = await tx.manager.query(counts.join(' union all '), [personId]);
    return new Map(rows.filter(({ n }) => n > 0).map(({ table, n }) => [table, n]));
  }

  /** The bodies that have rows of the person in one of these tables. */
  async bodiesIn(tx: Tx, personId: string, tables: readonly string[]): Promise<string[]> {
    const asked = this.contributed.filter(({ table, ofBody }) => ofBody && tables.includes(table));
    if (asked.length === 0) return [];
    const bodies = asked.map((table) => `select t.body_id ${fromOf(table)} and t.body_id is not null`);
    const rows: { body_id: string }[] = await tx.manager.query(bodies.join(' union '), [personId]);
    return rows.map(({ body_id }) => body_id);
  }

  /**
   * Removes rows of a table that were kept from before `until`, as many as one statement should: a table of any size is worked off
   * without one long transaction. @returns how many went; none of a table that is kept for good
   */
  async dispose(tx: Tx, { table, keptFrom }: PersonalTable, until: Temporal.Instant): Promise<number> {
    if (!keptFrom) return 0;
    const [, gone]: [unknown, number] = await tx.manager.query(
      `delete from ${table} where ctid = any(array(select ctid from ${table} where ${keptFrom} < $1 limit ${GONE_AT_ONCE}))`,
      [until.toString()],
    );
    return gone;
  }

  /** Erases what can go now. @param last whether this is what goes last: see {@link PersonalTable.lastToGo} */
  async erase(tx: Tx, personId: string, { last }: { last: boolean }): Promise<void> {
    for (const { erase, lastToGo = false } of this.contributed) {
      if (erase && lastToGo === last) await tx.manager.query(erase, valuesFor(erase, personId, tx));
    }
  }
}

const fromOf = ({ table, whose = 't.person_id = $1' }: PersonalTable): string => `from ${table} t where (${whose})`;

function selectOf(table: PersonalTable, gives: readonly string[]): string {
  const body = table.ofBody ? ['(select o.name from organization o where o.id = t.body_id) as body'] : [];
  return `select to_jsonb(given) as row from (select ${[...body, ...gives].join(', ')} ${fromOf(table)}) given`;
}

/** PostgreSQL takes no parameter that a statement does not use. */
function valuesFor(statement: string, personId: string, tx: Tx): string[] {
  return statement.includes('$2') ? [personId, tx.now.toString()] : [personId];
}

async function* cursor(tx: Tx, select: string, personId: string): AsyncGenerator<Record<string, unknown>> {
  await tx.manager.query(`declare personal_rows no scroll cursor for ${select}`, [personId]);
  for (;;) {
    const rows: { row: Record<string, unknown> }[] = await tx.manager.query(`fetch ${AT_ONCE} from personal_rows`);
    for (const { row } of rows) yield row;
    if (rows.length < AT_ONCE) break;
  }
  await tx.manager.query('close personal_rows');
}
