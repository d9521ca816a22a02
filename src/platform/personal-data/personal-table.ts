import type { Provider } from '@nestjs/common';

/**
 * What a table that holds rows of persons has to say: how its rows read to the person they are of, and what becomes of
 * them when the person asks for erasure. How long they are kept otherwise stands in content/retention.yaml.
 */
export interface PersonalTable {
  table: string;
  /** What the person knows these rows as. */
  title: string;
  /**
   * The columns that the person gets, or SQL expressions with `as` over the row `t`; or why they get none of it. Never a
   * secret, and never somebody else's id.
   */
  gives: readonly string[] | { withheld: string };
  /** Which rows are the person's, as SQL over the row `t` with the person as `$1`. Unless told: `t.person_id = $1`. */
  whose?: string;
  /** Whether rows belong to a body too, by `body_id`: its name is given with each. */
  ofBody?: true;
  /** One statement that erases: `$1` the person, `$2` now. Without it the rows stay, for the reason that their class gives. */
  erase?: string;
  /** Erased only when no public register and no legal file has rows of the person (any more): their name, for example. */
  lastToGo?: true;
  /** The instant from which a row's months count, where its class has a number of months. */
  keptFrom?: string;
}

/** What one module has of persons; children come before their parents, since rows are erased in this order. */
export class PersonalTables {
  constructor(readonly tables: readonly PersonalTable[]) {}
}

/** For the `providers` of a module: it contributes these. */
export function personalTables(tables: readonly PersonalTable[]): Provider {
  return { provide: Symbol('personal tables'), useValue: new PersonalTables(tables) };
}
