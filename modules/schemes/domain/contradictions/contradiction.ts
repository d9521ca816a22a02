import { Temporal } from 'temporal-polyfill';
import type { SchemeDefinition } from '../scheme-definition.js';

/** A rule that is written correctly and still cannot stand: where it is in the scheme, and why. */
export interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

export type Check = (scheme: SchemeDefinition) => Contradiction[];

/** What stands there a second time. */
export function repeated(values: readonly string[]): { value: string; index: number }[] {
  return values.map((value, index) => ({ value, index })).filter(({ value, index }) => values.indexOf(value) < index);
}

/** One contradiction for every value that stands there a second time. */
export function listedTwice(values: readonly string[], path: (index: number) => Contradiction['path'], what: string) {
  return repeated(values).map(({ value, index }) => ({
    path: path(index),
    reason: `${what} ${value} is listed twice`,
  }));
}

/** Periods have no length of their own; they are compared from one ordinary day. */
export function compare(a: string, b: string): number {
  return Temporal.Duration.compare(a, b, { relativeTo: Temporal.PlainDate.from('2026-01-01') });
}
