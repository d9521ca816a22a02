import { Temporal } from 'temporal-polyfill';
import { validate } from 'uuid';
import { isPlainDate } from './validation.js';

/**
 * Lists are read by key, never by page number: a page begins after the row that the page before ended with, so that nothing
 * is shown twice or left out when rows come and go meanwhile. The key holds what the list is ordered by, the id last.
 */
export interface Page<T> {
  rows: T[];
  /** `?after=` of the next page; null on the last. */
  next: string | null;
}

/** Rows of a page, unless a list has a reason for another length. */
export const PAGE_LENGTH = 25;

/**
 * @param found what a query with one row more than `length` gave: the one more tells that there is a next page
 * @param keyOf the columns that the list is ordered by, as text
 */
export function pageOf<T>(found: readonly T[], keyOf: (row: T) => string[], length = PAGE_LENGTH): Page<T> {
  const rows = found.slice(0, length);
  const last = rows.at(-1);
  return { rows, next: last && found.length > length ? keyOf(last).join('_') : null };
}

/** What a part of a key looks like. */
export const keyParts = {
  date: isPlainDate,
  id: (text: string): boolean => validate(text),
  instant: (text: string): boolean => {
    try {
      return Temporal.Instant.from(text).toString() === text;
    } catch {
      return false;
    }
  },
};

/**
 * The parts of a key as an address carries it.
 * @returns null for none and for what no page gave: the list then begins at its front
 */
export function readKey(key: string | undefined, ...parts: ((text: string) => boolean)[]): string[] | null {
  const given = key?.split('_') ?? [];
  return given.length === parts.length && parts.every((fits, at) => fits(given[at] ?? '')) ? given : null;
}

/**
 * Addresses for the partial `pagination`.
 * @param query the filters, which go along from page to page
 */
export function pageLinks(
  path: string,
  query: Readonly<Record<string, string | undefined>>,
  { after, next }: { after?: string | undefined; next: string | null },
): { first: string | null; next: string | null } {
  const filters = Object.entries(query).filter((filter): filter is [string, string] => Boolean(filter[1]));
  const to = (more: [string, string][]): string => {
    const text = new URLSearchParams([...filters, ...more]).toString();
    return text === '' ? path : `${path}?${text}`;
  };
  return { first: after ? to([]) : null, next: next === null ? null : to([['after', next]]) };
}
