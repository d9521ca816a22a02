import type { DomainMinutes, EntryState } from './entry.js';
import type { Kind } from './lists.js';

export interface CountedEntry {
  readonly kind: Kind;
  readonly state: EntryState;
  /** False while a correction stands in its place. */
  readonly occupies: boolean;
  readonly domains: readonly DomainMinutes[];
}

export interface Minutes {
  /** Everything recorded, signed or not. */
  recorded: number;
  signed: number;
}

export interface Totals {
  practice: Minutes;
  supervision: Minutes;
  /** Practice only, by domain, in the order of the list given. */
  domains: ({ domain: string } & Minutes)[];
}

/** Sums of a person's entries. An entry that is being corrected is counted by its correction alone. */
export function totalsOf(entries: readonly CountedEntry[], domains: readonly string[]): Totals {
  const counting = entries.filter((entry) => entry.occupies);
  const practice = counting.filter((entry) => entry.kind !== 'supervision');
  return {
    practice: sumOf(practice),
    supervision: sumOf(counting.filter((entry) => entry.kind === 'supervision')),
    domains: domains.map((domain) => ({ domain, ...sumOf(practice, domain) })),
  };
}

function sumOf(entries: readonly CountedEntry[], domain?: string): Minutes {
  const minutes = (counted: readonly CountedEntry[]) =>
    counted
      .flatMap((entry) => entry.domains)
      .filter((one) => domain === undefined || one.domain === domain)
      .reduce((sum, one) => sum + one.minutes, 0);
  return { recorded: minutes(entries), signed: minutes(entries.filter((entry) => entry.state === 'signed')) };
}
