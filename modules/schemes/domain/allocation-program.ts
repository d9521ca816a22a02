/**
 * An integer programme with goals in order of importance: non-negative whole values that keep every row and do best by
 * the first goal, among those best by the second, and so on. All numbers in it are whole.
 */
export interface Program {
  /** `Σ coefficients[j] · value[j] ≤ atMost`, with `atMost ≥ 0`: doing nothing is always allowed. */
  readonly rows: readonly { readonly coefficients: readonly number[]; readonly atMost: number }[];
  /** Each to be made as large as possible. Every variable that a goal rewards is bounded by the rows. */
  readonly goals: readonly (readonly number[])[];
  readonly variables: number;
}

/**
 * Solves a programme exactly by the simplex method (Bland's rule, so it always ends) over goals compared
 * lexicographically, then branch and bound where the best solution is not whole. Deterministic.
 *
 * @returns the value of each variable
 */
export function solve(program: Program): number[] {
  let best: Tableau | undefined;
  const open: Tableau[] = [Tableau.of(program)];
  open[0]!.improve();
  for (let tableau = open.pop(); tableau; tableau = open.pop()) {
    if (best && !tableau.beats(best)) continue;
    const goal = tableau.fractionalGoal();
    if (goal !== undefined) {
      // Goals have whole coefficients, so no whole solution lies above the whole part of the best value.
      open.push(...tableau.withRow(goal, 'down'));
      continue;
    }
    const row = tableau.fractionalVariable();
    if (row === undefined) best = tableau;
    else open.push(...tableau.withRow(row, 'down'), ...tableau.withRow(row, 'up'));
  }
  return best!.values();
}

/** Entries are small fractions and right sides are minutes: what is this near to a whole number is that number. */
const NEAR = 1e-7;

/** A condensed simplex tableau: a row for each basic variable, then one for each goal; the last column is the right side. */
class Tableau {
  private constructor(
    private readonly rows: Float64Array[],
    private readonly goals: Float64Array[],
    /** Which variable each row stands for: those of the programme first, then a slack for each row. */
    private readonly basic: number[],
    private readonly free: number[],
    private readonly variables: number,
  ) {}

  static of({ rows, goals, variables }: Program): Tableau {
    return new Tableau(
      rows.map(({ coefficients, atMost }) => Float64Array.of(...coefficients, atMost)),
      goals.map((goal) => Float64Array.of(...goal.map((gain) => -gain), 0)),
      rows.map((_, index) => variables + index),
      Array.from({ length: variables }, (_, index) => index),
      variables,
    );
  }

  /** Primal simplex: from values that keep the rows to the best that do. */
  improve(): void {
    for (let column = this.gainfulColumn(); column !== undefined; column = this.gainfulColumn()) {
      this.pivot(this.tightestRow(column), column);
    }
  }

  /** This tableau with one row's variable (or a goal) held to the whole number below or above; none if nothing keeps that. */
  withRow(source: Float64Array, side: 'down' | 'up'): Tableau[] {
    const sign = side === 'down' ? -1 : 1;
    const right = source[this.free.length]!;
    const row = source.map((entry) => sign * entry);
    row[this.free.length] = side === 'down' ? Math.floor(right) - right : right - Math.ceil(right);
    const next = new Tableau(
      [...this.rows.map((each) => each.slice()), row],
      this.goals.map((each) => each.slice()),
      [...this.basic, this.basic.length + this.free.length],
      [...this.free],
      this.variables,
    );
    return next.repair() ? [next] : [];
  }

  fractionalGoal(): Float64Array | undefined {
    return this.goals.find((goal) => !Number.isInteger(goal[this.free.length]));
  }

  fractionalVariable(): Float64Array | undefined {
    return this.rows.find(
      (row, index) => this.basic[index]! < this.variables && !Number.isInteger(row[this.free.length]),
    );
  }

  beats(other: Tableau): boolean {
    const right = this.free.length;
    const goal = this.goals.findIndex((row, index) => row[right] !== other.goals[index]![right]);
    return goal >= 0 && this.goals[goal]![right]! > other.goals[goal]![right]!;
  }

  values(): number[] {
    const values = Array.from({ length: this.variables }, () => 0);
    this.basic.forEach((variable, index) => {
      if (variable < this.variables) values[variable] = this.rows[index]![this.free.length]!;
    });
    return values;
  }

  /** Dual simplex: from best values that break the newest row to the best that keep all; false where none do. */
  private repair(): boolean {
    for (let row = this.brokenRow(); row !== undefined; row = this.brokenRow()) {
      const column = this.cheapestColumn(this.rows[row]!);
      if (column === undefined) return false;
      this.pivot(row, column);
    }
    return true;
  }

  private gainfulColumn(): number | undefined {
    return this.first(this.free, (column) => {
      for (const goal of this.goals) if (goal[column] !== 0) return goal[column]! < 0;
      return false;
    });
  }

  private brokenRow(): number | undefined {
    return this.first(this.basic, (row) => this.rows[row]![this.free.length]! < 0);
  }

  /** Bland's rule: of the places that qualify, the one whose variable has the lowest number. */
  private first(variables: readonly number[], qualifies: (place: number) => boolean): number | undefined {
    let found: number | undefined;
    for (let place = 0; place < variables.length; place++) {
      if ((found === undefined || variables[place]! < variables[found]!) && qualifies(place)) found = place;
    }
    return found;
  }

  private tightestRow(column: number): number {
    let tightest: number | undefined;
    let least = Infinity;
    this.rows.forEach((row, index) => {
      if (row[column]! <= 0) return;
      const room = row[this.free.length]! / row[column]!;
      if (room < least || (room === least && this.basic[index]! < this.basic[tightest!]!)) {
        tightest = index;
        least = room;
      }
    });
    if (tightest === undefined) throw new RangeError('a goal rewards a variable without a bound');
    return tightest;
  }

  private cheapestColumn(row: Float64Array): number | undefined {
    let cheapest: number | undefined;
    for (let column = 0; column < this.free.length; column++) {
      if (row[column]! < 0 && (cheapest === undefined || this.isCheaper(column, cheapest, row))) cheapest = column;
    }
    return cheapest;
  }

  private isCheaper(column: number, than: number, row: Float64Array): boolean {
    for (const goal of this.goals) {
      const difference = goal[column]! * row[than]! - goal[than]! * row[column]!;
      if (Math.abs(difference) > NEAR) return difference > 0;
    }
    return this.free[column]! < this.free[than]!;
  }

  private pivot(row: number, column: number): void {
    const pivotRow = this.rows[row]!;
    const by = pivotRow[column]!;
    for (let index = 0; index < pivotRow.length; index++) pivotRow[index] = whole(pivotRow[index]! / by);
    pivotRow[column] = whole(1 / by);
    for (const other of [...this.rows, ...this.goals]) {
      const factor = other[column]!;
      if (other === pivotRow || factor === 0) continue;
      other[column] = 0;
      for (let index = 0; index < other.length; index++) {
        if (pivotRow[index] !== 0) other[index] = whole(other[index]! - factor * pivotRow[index]!);
      }
    }
    const leaving = this.basic[row]!;
    this.basic[row] = this.free[column]!;
    this.free[column] = leaving;
  }
}

function whole(value: number): number {
  if (value === (value | 0)) return value; // nearly always
  const nearest = Math.round(value);
  return Math.abs(value - nearest) < NEAR ? nearest + 0 : value;
}
