import type { Pool, PoolClient, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import type { Tx } from './transaction.js';

/**
 * A statement that many requests need. PostgreSQL reads and plans it once a connection and knows it by its name from then on,
 * where TypeORM would send and plan it anew each time. The name belongs to one text for ever: another text, another name.
 */
export interface FrequentStatement {
  readonly name: string;
  readonly text: string;
}

/** Asks it by itself, on whichever connection is free: a transaction of its own. @returns its rows */
export async function ask<Row extends object>(
  source: DataSource,
  statement: FrequentStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const { master } = source.driver as unknown as { master: Pool };
  return rowsOf<Row>(await master.query({ ...statement, values: [...values] }));
}

/** Asks it in the open transaction. @returns its rows */
export async function askIn<Row extends object>(
  { manager }: Pick<Tx, 'manager'>,
  statement: FrequentStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const runner = manager.queryRunner;
  if (!runner) throw new Error(`${statement.name} is asked in a transaction`);
  const connection = (await runner.connect()) as PoolClient;
  return rowsOf<Row>(await connection.query({ ...statement, values: [...values] }));
}

const rowsOf = <Row>({ rows }: QueryResult): Row[] => rows as Row[];
