import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';

/**
 * A process that was written for a newer schema would stumble over each table that is not there yet.
 * @throws Error while the database is behind this version of the product; one that is ahead may be used
 */
export async function refuseOldSchema(source: DataSource): Promise<void> {
  const [row]: { applied: number }[] = await source.query('select count(*) as applied from migrations');
  const behind = migrations.length - Number(row?.applied);
  if (behind > 0) {
    const steps = behind === 1 ? 'one step' : `${behind} steps`;
    throw new Error(`The database is ${steps} behind this version of the product. Run "npm run cli -- migrate" first.`);
  }
}
