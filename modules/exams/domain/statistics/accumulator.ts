import type { ExactCut } from '../scaling.js';

/** A line of a form, as far as statistics look at it. */
export interface StatisticsItem {
  versionId: string;
  examDomain: string;
  /** Shown and not scored: it has numbers of its own and is in no total. */
  isPretest: boolean;
  /** What can be chosen, in the order in which it is told; none for an item that is put in order. */
  options: readonly { key: string; correct: boolean }[];
}

/** One person's way through a form. Everything is by the place of the item in the form, from 0. */
export interface Attempt {
  /** What each item earned, in whole parts; 0 where it was left open. */
  credits: ArrayLike<number>;
  /** The keys that were chosen; undefined where it was left open, empty where it was put in order. */
  chosen: readonly (readonly string[] | undefined)[];
}

export interface FormOfStatistics {
  items: readonly StatisticsItem[];
  /** How many parts an item is worth. */
  partsPerItem: number;
  cut: ExactCut;
}

const MOST_ATTEMPTS = 1_000_000;

/**
 * Takes in attempts one at a time and keeps sums only, so that a million attempts take the room of one. Credits are whole parts,
 * so that all sums are whole numbers and exact, in whatever order attempts come.
 */
export class FormAccumulator {
  attempts = 0;
  passed = 0;
  totals = { sum: 0n, squares: 0n };
  /** By item: credits, their squares, their products with the total, how often it was left open. */
  readonly sum: Float64Array;
  readonly squares: Float64Array;
  readonly withTotal: Float64Array;
  readonly leftOpen: Uint32Array;
  /** How many attempts reached each whole score, fractions dropped: from 0 to all scored items. */
  readonly scores: Uint32Array;
  readonly domains = new Map<string, { sum: bigint; squares: bigint }>();

  /** How often each option was chosen at each whole score: with it, thirds of the attempts can be told apart afterwards. */
  private readonly choices: Uint32Array;
  private readonly firstOption: number[] = [];
  private readonly places: ReadonlyMap<string, number>[];
  private readonly leastToPass: bigint;
  private readonly domainOf: number[];
  private readonly domainCodes: string[];
  private readonly domainTotals: Float64Array;

  constructor(readonly form: FormOfStatistics) {
    const { items, cut, partsPerItem } = form;
    this.sum = new Float64Array(items.length);
    this.squares = new Float64Array(items.length);
    this.withTotal = new Float64Array(items.length);
    this.leftOpen = new Uint32Array(items.length);
    this.scores = new Uint32Array(items.filter(({ isPretest }) => !isPretest).length + 1);
    let options = 0;
    for (const item of items) {
      this.firstOption.push(options);
      options += item.options.length;
    }
    this.choices = new Uint32Array(options * this.scores.length);
    this.places = items.map((item) => new Map(item.options.map(({ key }, place) => [key, place])));
    const [numerator, denominator] = [BigInt(cut.numerator) * BigInt(partsPerItem), BigInt(cut.denominator)];
    this.leastToPass = (numerator + denominator - 1n) / denominator;
    this.domainCodes = [...new Set(items.flatMap((item) => (item.isPretest ? [] : item.examDomain)))].sort();
    for (const code of this.domainCodes) this.domains.set(code, { sum: 0n, squares: 0n });
    this.domainOf = items.map((item) => (item.isPretest ? -1 : this.domainCodes.indexOf(item.examDomain)));
    this.domainTotals = new Float64Array(this.domainCodes.length);
  }

  /** @throws RangeError for a credit that is no whole number of parts of an item, or beyond a million attempts */
  add({ credits, chosen }: Attempt): void {
    if (this.attempts === MOST_ATTEMPTS) throw new RangeError(`Sums are exact up to ${MOST_ATTEMPTS} attempts`);
    const total = this.totalOf(credits);
    const score = Math.floor(total / this.form.partsPerItem);
    this.attempts += 1;
    if (BigInt(total) >= this.leastToPass) this.passed += 1;
    add(this.scores, score, 1);
    addTo(this.totals, total);
    for (const [index, code] of this.domainCodes.entries()) {
      const sums = this.domains.get(code);
      if (sums) addTo(sums, this.domainTotals[index] ?? 0);
    }
    for (let item = 0; item < this.sum.length; item += 1) {
      const credit = credits[item] ?? 0;
      add(this.sum, item, credit);
      add(this.squares, item, credit * credit);
      add(this.withTotal, item, credit * total);
      this.count(item, score, chosen[item]);
    }
  }

  /** How often an option of an item was chosen by those whose whole score lies from `from` to `to`, both included. */
  chosenBetween(item: number, option: number, [from, to]: readonly [number, number]): number {
    const start = ((this.firstOption[item] ?? 0) + option) * this.scores.length;
    return this.choices.subarray(start + from, start + to + 1).reduce((sum, count) => sum + count, 0);
  }

  /** Of scored items; sums by domain are left in `domainTotals`. */
  private totalOf(credits: ArrayLike<number>): number {
    const { partsPerItem } = this.form;
    let total = 0;
    this.domainTotals.fill(0);
    for (let item = 0; item < this.sum.length; item += 1) {
      const credit = credits[item] ?? Number.NaN;
      if (!Number.isInteger(credit) || credit < 0 || credit > partsPerItem) {
        throw new RangeError(`Item ${item} earned ${credit} of ${partsPerItem} parts`);
      }
      const domain = this.domainOf[item] ?? -1;
      if (domain < 0) continue;
      total += credit;
      add(this.domainTotals, domain, credit);
    }
    return total;
  }

  private count(item: number, score: number, keys: readonly string[] | undefined): void {
    if (!keys) {
      add(this.leftOpen, item, 1);
      return;
    }
    for (const key of keys) {
      const place = this.places[item]?.get(key);
      if (place !== undefined)
        add(this.choices, ((this.firstOption[item] ?? 0) + place) * this.scores.length + score, 1);
    }
  }
}

function addTo(sums: { sum: bigint; squares: bigint }, value: number): void {
  sums.sum += BigInt(value);
  sums.squares += BigInt(value) * BigInt(value);
}

function add(counts: Float64Array | Uint32Array, at: number, value: number): void {
  counts[at] = (counts[at] ?? 0) + value;
}
