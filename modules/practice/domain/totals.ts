/** What a person's entries that count come to in one domain. An entry that is being corrected is counted by its correction alone. */
export interface DomainSum extends Minutes {
  readonly domain: string;
  /** Supervision received is counted apart from practice. */
  readonly supervision: boolean;
}

export interface Minutes {
  /** Everything recorded, signed or not. */
  readonly recorded: number;
  readonly signed: number;
}

export interface Totals {
  practice: Minutes;
  supervision: Minutes;
  /** Practice only, by domain, in the order of the list given. */
  domains: ({ domain: string } & Minutes)[];
}

/** @param sums at most one for each domain and kind; a domain without one has nothing yet */
export function totalsOf(sums: readonly DomainSum[], domains: readonly string[]): Totals {
  const practice = sums.filter(({ supervision }) => !supervision);
  return {
    practice: whole(practice),
    supervision: whole(sums.filter(({ supervision }) => supervision)),
    domains: domains.map((domain) => ({ domain, ...whole(practice.filter((sum) => sum.domain === domain)) })),
  };
}

function whole(sums: readonly DomainSum[]): Minutes {
  return sums.reduce(
    (all, { recorded, signed }) => ({ recorded: all.recorded + recorded, signed: all.signed + signed }),
    { recorded: 0, signed: 0 },
  );
}
