import { randomUUID } from 'node:crypto';
import type pg from 'pg';

let count = 0;

/** Enters a person straight into the table. @returns their id */
export async function insertPerson(owner: pg.Client, name = 'Invented Person'): Promise<string> {
  const id = randomUUID();
  count += 1;
  const number = `P-00000-${String(count).padStart(5, '0')}`;
  await owner.query(
    `insert into person (id, number, legal_name, created_at) values ($1, $2, $3, '2026-01-05T09:00:00Z')`,
    [id, number, name],
  );
  return id;
}
