import type { Pool, PoolClient, QueryResult } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * A statement that many requests need. PostgreSQL reads and plans it once a connection and knows it by its name from then on,
 * where TypeORM would send and plan it anew each time. The name belongs to one text for ever: another text, another name.
 * Several keys are asked as `= any(array(select unnest($1::uuid[])))`: PostgreSQL looks into a bare array, takes a plan for these
 * few keys for the cheaper one, and plans every time (https://www.postgresql.org/docs/18/sql-prepare.html), which takes longer than
 * the read.
 */
export interface FrequentStatement {
  readonly name: string;
  readonly text: string;
}

/** Asks it in the transaction of `manager`; where there is none, by itself on whichever connection is free. @returns its rows */
export async function ask<Row extends object>(
  manager: EntityManager,
  statement: FrequentStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const { queryRunner, dataSource } = manager;
  const { master } = dataSource.driver as unknown as { master: Pool };
  const connection = queryRunner ? ((await queryRunner.connect()) as PoolClient) : master;
  const { rows }: QueryResult = await connection.query({ ...statement, values: [...values] });
  return rows as Row[];
}
