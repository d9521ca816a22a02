import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { personNumber } from '../../../modules/people/domain/person-number.js';

let count = 0;

/**
 * Enters a person straight into the table, with a verified address where one is given.
 * @returns their id
 */
export async function insertPerson(owner: pg.Client, name = 'Invented Person', email?: string): Promise<string> {
  const id = randomUUID();
  count += 1;
  const number = personNumber(Uint8Array.from({ length: 9 }, (_, place) => count >> (5 * place)));
  await owner.query(
    `insert into person (id, number, legal_name, created_at) values ($1, $2, $3, '2026-01-05T09:00:00Z')`,
    [id, number, name],
  );
  if (email) {
    await owner.query(
      `insert into contact (id, person_id, kind, address, address_key, is_primary, verified_at, created_at)
       values ($1, $2, 'email', $3, lower($3), true, '2026-01-05T09:00:00Z', '2026-01-05T09:00:00Z')`,
      [randomUUID(), id, email],
    );
  }
  return id;
}
