import type { EntityManager } from 'typeorm';

/**
 * Whether this database was marked a demonstration when it was created. Demonstration data, sign-ins and the test clock
 * exist in such databases only, and every page, PDF and JSON of one says SPECIMEN.
 */
export async function isDemonstration(tx: { manager: Pick<EntityManager, 'query'> }): Promise<boolean> {
  const [row]: { demonstration: boolean }[] = await tx.manager.query('select demonstration from installation');
  return row?.demonstration === true;
}
