import type { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../evidence/evidence.public.js';
import type { Clause, EligibilityTree, Message } from './eligibility-tree.js';
import { evaluate, type EvaluatedScheme, type EvaluationOptions } from './evaluate.js';

/** One way into one scheme, with the evidence held against it. */
export interface Comparison<Words = string> {
  readonly route: 'standard' | 'reciprocity';
  readonly tree: EligibilityTree<Words>;
  /** Whole clauses, parts not counted. */
  readonly done: number;
  readonly of: number;
  /** Whole minutes still needed over all clauses that count time. */
  readonly minutesNeeded: number;
}

/**
 * "What would I still need there?": the same evidence held against another scheme, as if its body accepted what other
 * bodies did. Nobody has accepted it yet, which whoever shows this has to say.
 *
 * @param facts effective facts of one person
 * @returns the way with the fewest open clauses: that of people certified elsewhere only where the person holds a credential
 */
export function compare(
  scheme: EvaluatedScheme,
  facts: readonly Fact[],
  onDate: Temporal.PlainDate,
  options: Pick<EvaluationOptions, 'signers' | 'approves'> = {},
): Comparison<Message> {
  const standard = comparisonOf('standard', evaluate(scheme, facts, onDate, options));
  const isHolder = facts.some(({ kind }) => kind === 'credential_event');
  if (!isHolder || scheme.definition.reciprocity.requires.length === 0) return standard;
  const elsewhere = evaluate(scheme, facts, onDate, { ...options, route: 'reciprocity' });
  const reciprocity = comparisonOf('reciprocity', elsewhere);
  return byNearness(reciprocity, standard) < 0 ? reciprocity : standard;
}

/** Evidence as if every body had accepted it. */
export function asIfAccepted(facts: readonly Fact[]): Fact[] {
  return facts.map((fact) => (fact.bodyId === null ? fact : { ...fact, bodyId: null }));
}

/** Nearest first: fewest open clauses, then fewest minutes. */
export function byNearness(a: Comparison<unknown>, b: Comparison<unknown>): number {
  return a.of - a.done - (b.of - b.done) || a.minutesNeeded - b.minutesNeeded;
}

function comparisonOf(route: Comparison['route'], tree: EligibilityTree<Message>): Comparison<Message> {
  const open = tree.clauses.filter(({ state }) => state === 'still_needed');
  const minutesNeeded = open.reduce((sum, clause) => sum + minutesOf(clause), 0);
  return { route, tree, done: tree.clauses.length - open.length, of: tree.clauses.length, minutesNeeded };
}

/** What a clause still needs: of its whole or of its parts together, whichever is more, since parts fill the whole. */
function minutesOf({ unit, have = 0, need = 0, children }: Clause<unknown>): number {
  const parts = children.reduce((sum, child) => sum + minutesOf(child), 0);
  return Math.max(unit === 'minutes' ? Math.max(0, need - have) : 0, parts);
}
