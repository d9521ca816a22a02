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
 * Solves a programme by the simplex method (Bland's rule, so it always ends) over goals compared lexicographically, then
 * branch and bound where the best solution is not whole. Deterministic. Exact unless the search for whole values is cut
 * short (`MOST_BRANCHES`; real rules take one to ten): then the best that was found, or the solution rounded down and
 * filled up again, which is a few minutes off at most.
 *
 * @returns the value of each variable
 */
export function solve(program: Program): number[] {
  const relaxed = Tableau.of(program);
  let best: Tableau | undefined;
  const open = [relaxed];
  for (let branches = 0; open.length > 0 && branches < MOST_BRANCHES; branches++) {
    const tableau = open.pop();
    if (!tableau || (best && !tableau.beats(best))) continue;
    const goal = tableau.goals.find(isFractional);
    const row = goal ?? tableau.rows.find((each) => each.variable < program.variables && isFractional(each));
    // Goals have whole coefficients: no whole solution lies above the whole part of the best value, so none lies "up".
    if (row) open.push(...tableau.held(row, 'down'), ...(goal ? [] : tableau.held(row, 'up')));
    else best = tableau;
  }
  return best ? best.values(program.variables) : filledUp(program, relaxed.values(program.variables).map(Math.floor));
}

/** Raises each value in turn as far as the rows let it. */
function filledUp({ rows }: Program, values: number[]): number[] {
  for (const at of values.keys()) {
    const room = rows
      .filter(({ coefficients }) => (coefficients[at] ?? 0) > 0)
      .map(({ coefficients, atMost }) => {
        const used = coefficients.reduce((sum, coefficient, index) => sum + coefficient * (values[index] ?? 0), 0);
        return Math.floor((atMost - used) / (coefficients[at] ?? 1));
      });
    values[at] = (values[at] ?? 0) + Math.min(...room);
  }
  return values;
}

const MOST_BRANCHES = 100;
/** In one branch. Held rows make entries less simple; this ends a branch that rounding would lead in a circle. */
const MOST_PIVOTS = 200;

/** Entries are small fractions and right sides are minutes: what is this near to a whole number is that number. */
const NEAR = 1e-7;

/** `variable + Σ entries[j] · free variable[j] = right`, where the free variables are zero. */
class Row {
  constructor(
    public variable: number,
    readonly entries: Float64Array,
    public right: number,
  ) {}

  at(column: number): number {
    return this.entries[column] ?? 0;
  }

  copy(): Row {
    return new Row(this.variable, this.entries.slice(), this.right);
  }

  /** Takes so many times another row off this one. */
  reduce(factor: number, by: Row): void {
    for (let column = 0; column < this.entries.length; column++) {
      const entry = by.at(column);
      if (entry !== 0) this.entries[column] = whole(this.at(column) - factor * entry);
    }
    this.right = whole(this.right - factor * by.right);
  }
}

/** A condensed simplex tableau. Variables are numbered: those of the programme first, then a slack for each row. */
class Tableau {
  private constructor(
    readonly rows: readonly Row[],
    readonly goals: readonly Row[],
    /** The variable of each column. */
    private readonly free: number[],
  ) {}

  /** The best values that keep the rows, whole or not. */
  static of({ rows, goals, variables }: Program): Tableau {
    const tableau = new Tableau(
      rows.map(
        ({ coefficients, atMost }, index) => new Row(variables + index, Float64Array.from(coefficients), atMost),
      ),
      goals.map(
        (goal) =>
          new Row(
            -1,
            Float64Array.from(goal, (gain) => -gain),
            0,
          ),
      ),
      Array.from({ length: variables }, (_, index) => index),
    );
    tableau.improve();
    return tableau;
  }

  /** The best values with a row's variable (or a goal) held to the whole number below or above; none if nothing keeps that. */
  held(row: Row, side: 'down' | 'up'): Tableau[] {
    const sign = side === 'down' ? -1 : 1;
    const right = side === 'down' ? Math.floor(row.right) - row.right : row.right - Math.ceil(row.right);
    const slack = this.rows.length + this.free.length;
    const bound = new Row(
      slack,
      row.entries.map((entry) => sign * entry),
      right,
    );
    const copies = (each: Row) => each.copy();
    const next = new Tableau([...this.rows.map(copies), bound], this.goals.map(copies), [...this.free]);
    return next.repair() ? [next] : [];
  }

  beats(other: Tableau): boolean {
    for (const [index, { right }] of this.goals.entries()) {
      const theirs = other.goals[index]?.right;
      if (theirs !== undefined && right !== theirs) return right > theirs;
    }
    return false;
  }

  values(variables: number): number[] {
    const values = Array.from({ length: variables }, () => 0);
    for (const { variable, right } of this.rows) if (variable < variables) values[variable] = right;
    return values;
  }

  /** Primal simplex: from values that keep the rows to the best that do. */
  private improve(): void {
    for (let column = this.gainfulColumn(); column !== undefined; column = this.gainfulColumn()) {
      this.pivot(this.tightestRow(column), column);
    }
  }

  /** Dual simplex: from best values that break the newest row to the best that keep all; false where none do. */
  private repair(): boolean {
    for (let pivots = 0; pivots < MOST_PIVOTS; pivots++) {
      const row = this.brokenRow();
      if (!row) return true;
      const column = this.cheapestColumn(row);
      if (column === undefined) return false;
      this.pivot(row, column);
    }
    return false;
  }

  /** Bland's rule, here and below: of what qualifies, the variable with the lowest number. */
  private gainfulColumn(): number | undefined {
    let lowest = Infinity;
    let found: number | undefined;
    for (const [column, variable] of this.free.entries()) {
      if (variable >= lowest || !this.isGainful(column)) continue;
      lowest = variable;
      found = column;
    }
    return found;
  }

  private isGainful(column: number): boolean {
    for (const goal of this.goals) if (goal.at(column) !== 0) return goal.at(column) < 0;
    return false;
  }

  private brokenRow(): Row | undefined {
    let found: Row | undefined;
    for (const row of this.rows) if (row.right < 0 && !(found && found.variable < row.variable)) found = row;
    return found;
  }

  private tightestRow(column: number): Row {
    let tightest: Row | undefined;
    let least = Infinity;
    for (const row of this.rows) {
      if (row.at(column) <= 0) continue;
      const room = row.right / row.at(column);
      if (room > least || (room === least && tightest && tightest.variable < row.variable)) continue;
      tightest = row;
      least = room;
    }
    if (!tightest) throw new RangeError('a goal rewards a variable without a bound');
    return tightest;
  }

  private cheapestColumn(row: Row): number | undefined {
    let cheapest: number | undefined;
    for (let column = 0; column < this.free.length; column++) {
      if (row.at(column) < 0 && (cheapest === undefined || this.isCheaper(column, cheapest, row))) cheapest = column;
    }
    return cheapest;
  }

  private isCheaper(column: number, than: number, row: Row): boolean {
    for (const goal of this.goals) {
      const difference = goal.at(column) * row.at(than) - goal.at(than) * row.at(column);
      if (Math.abs(difference) > NEAR) return difference > 0;
    }
    return (this.free[column] ?? 0) < (this.free[than] ?? 0);
  }

  /** Changes a row's variable for a column's. */
  private pivot(row: Row, column: number): void {
    const by = row.at(column);
    row.entries[column] = 1;
    for (let index = 0; index < row.entries.length; index++) row.entries[index] = whole(row.at(index) / by);
    row.right = whole(row.right / by);
    for (const rows of [this.rows, this.goals]) {
      for (const other of rows) {
        const factor = other.at(column);
        if (other === row || factor === 0) continue;
        other.entries[column] = 0;
        other.reduce(factor, row);
      }
    }
    const leaving = row.variable;
    row.variable = this.free[column] ?? leaving;
    this.free[column] = leaving;
  }
}

function isFractional(row: Row): boolean {
  return !Number.isInteger(row.right);
}

function whole(value: number): number {
  if (value === (value | 0)) return value; // nearly always
  const nearest = Math.round(value);
  return Math.abs(value - nearest) < NEAR ? nearest + 0 : value;
}
