/** Where one row, file or person stands against a promise. */
export interface Breach {
  /** Which row: a table's name and an id. */
  subject: string;
  problem: string;
}

/** What the checks can reach: the database as the job process sees it, and the stored files. */
export interface Surroundings {
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** The directory of stored files. */
  storage: string;
}

/** Something that must always hold, checked by means of its own, not by the code that keeps it. */
export interface KeptPromise {
  /** Stable: a label of the metrics. */
  name: string;
  says: string;
  breaches(surroundings: Surroundings): Promise<Breach[]>;
}

/** A promise that one query checks: each row of `subject` and `problem` is a breach. */
export function bySql(name: string, says: string, sql: string): KeptPromise {
  return { name, says, breaches: ({ query }) => query<Breach>(sql) };
}
