import type { Temporal } from 'temporal-polyfill';
import type { Clause, Message } from '../eligibility-tree.js';
import type { CandidateFacts } from './candidate-facts.js';
import { hoursClause } from './hours.clause.js';
import { placeHours, type Placement } from './hours-pool.js';
import type { HoursKind } from './hours-requirement.js';
import type { HoursRule } from './hours-rule.js';

/** All that asks for hours of one kind. */
export interface HoursAsked {
  readonly rules: readonly HoursRule[];
  /** Ways of a choice, of which so many still have to be gone; none where other ways are gone already. */
  readonly choices: readonly { readonly ways: readonly HoursRule[]; readonly needed: number }[];
}

/** More combinations of ways than a board would write are not tried. */
const MOST_COMBINATIONS = 128;

/** The hours clauses of one evaluation. All rules of a kind are answered together, so that each minute counts once. */
export class HoursBook {
  private readonly clauses = new Map<HoursKind, ReadonlyMap<string, Clause<Message>>>();

  constructor(
    private readonly asked: (kind: HoursKind) => HoursAsked,
    private readonly facts: CandidateFacts,
    private readonly onDate: Temporal.PlainDate,
  ) {}

  /** The clause of one rule; undefined where nothing of that id is asked. */
  clause(kind: HoursKind, id: string): Clause<Message> | undefined {
    let ofKind = this.clauses.get(kind);
    if (!ofKind) this.clauses.set(kind, (ofKind = this.answer(kind)));
    return ofKind.get(id);
  }

  private answer(kind: HoursKind): ReadonlyMap<string, Clause<Message>> {
    const candidates = this.facts.get(kind) ?? [];
    const { rules, choices } = this.asked(kind);
    const all = [...rules, ...choices.flatMap(({ ways }) => ways)];
    const shared = all.filter((rule) => rule.shared);
    const once = all.filter((rule) => !rule.shared);
    const answers = shared.map((rule) => this.clausesOf(placeHours([rule], candidates, [new Set([rule])])));
    const [first = [], ...others] = combinations(choices);
    const wanted = (ways: readonly HoursRule[]) => new Set([...rules, ...ways]);
    const placed = placeHours(once, candidates, [wanted(first), ...others.map(wanted)]);
    return new Map([...this.clausesOf(placed), ...answers.flatMap((clauses) => [...clauses])]);
  }

  private clausesOf(placements: ReadonlyMap<HoursRule, Placement>): ReadonlyMap<string, Clause<Message>> {
    return new Map([...placements].map(([rule, placed]) => [rule.id, hoursClause(rule, placed, this.onDate)]));
  }
}

/** Every way to go the choices that are still open, in the order of the scheme. */
function combinations(choices: HoursAsked['choices']): readonly (readonly HoursRule[])[] {
  let found: (readonly HoursRule[])[] = [[]];
  for (const { ways, needed } of choices) {
    const picks = subsets(ways, Math.min(needed, ways.length));
    found = found.flatMap((before) => picks.map((pick) => [...before, ...pick])).slice(0, MOST_COMBINATIONS);
  }
  return found;
}

function subsets<T>(items: readonly T[], size: number): (readonly T[])[] {
  if (size <= 0) return [[]];
  return items.flatMap((item, at) => subsets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
}
