import type { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../evidence/evidence.public.js';
import type { Clause, EligibilityTree, Message } from './eligibility-tree.js';
import { firstStage } from './stages.js';
import { evaluate, type EvaluatedScheme, type EvaluationOptions } from './evaluate.js';

/** One way into one scheme, with the evidence held against it. */
export interface Comparison<Words = string> {
  readonly route: 'standard' | 'reciprocity';
  /** The stage that was asked for. */
  readonly stage: string;
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
 * @param options.stage the first where nothing is said; people certified elsewhere come into the first only
 * @returns the way with the fewest open clauses: that of people certified elsewhere only where the person holds a credential
 */
export function compare(
  scheme: EvaluatedScheme,
  facts: readonly Fact[],
  onDate: Temporal.PlainDate,
  options: Pick<EvaluationOptions, 'signers' | 'approves' | 'stage'> = {},
): Comparison<Message> {
  const { definition } = scheme;
  const { stage = firstStage(definition) } = options;
  const standard = comparisonOf('standard', stage, evaluate(scheme, facts, onDate, options));
  const isHolder = facts.some(({ kind }) => kind === 'credential_event');
  const takesIn = stage === firstStage(definition) && definition.reciprocity.requires.length > 0;
  if (!isHolder || !takesIn) return standard;
  const elsewhere = evaluate(scheme, facts, onDate, { ...options, route: 'reciprocity' });
  const reciprocity = comparisonOf('reciprocity', stage, elsewhere);
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

function comparisonOf(route: Comparison['route'], stage: string, tree: EligibilityTree<Message>): Comparison<Message> {
  const open = tree.clauses.filter(({ state }) => state === 'still_needed');
  const minutesNeeded = open.reduce((sum, clause) => sum + minutesOf(clause), 0);
  return { route, stage, tree, done: tree.clauses.length - open.length, of: tree.clauses.length, minutesNeeded };
}

/** What a clause still needs: of its whole or of its parts together, whichever is more, since parts fill the whole. */
function minutesOf({ unit, have = 0, need = 0, children }: Clause<unknown>): number {
  const parts = children.reduce((sum, child) => sum + minutesOf(child), 0);
  return Math.max(unit === 'minutes' ? Math.max(0, need - have) : 0, parts);
}
